"""The laws of a merge with a base: theirs unchanged keeps ours, ours unchanged takes theirs."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.drafts import ClientDraft, Field
from crm_desktop.domain.foreign import Foreign, advanced, cells_of_draft, text_of
from crm_desktop.domain.import_plan import ClientFacts, Decision, Fact, ImportPlan, Options
from crm_desktop.domain.importing import KnownBook, plan
from crm_desktop.domain.matching import Identities
from crm_desktop.domain.placing import standing
from crm_desktop.domain.records import Client, ClinicCard, Phone, Sex, Tag
from tests.domain.import_rows import OPTIONS, A, B, day, of_kind, rows_of

_TEXTS = st.sampled_from(["", "会计", "老师", "律师"])
_COLUMNS = frozenset({"name", "phone", "occupation", "tags", "sex", "notes"})


def merged(
    ours: str,
    theirs: str,
    base: str | None,
    options: Options = OPTIONS,
    facts: tuple[Fact, ...] = (),
    **said: object,
) -> ImportPlan:
    """Return the plan of one row about her occupation against what the clinic had said."""
    client = Client(id=1, name="林晚", occupation=ours)
    held = ClientFacts(client=client, facts=(Phone(id=1, client_id=1, digits=A), *facts))
    identities = Identities()
    identities.replace(1, standing(client, held.facts))
    cells = {} if base is None else {1: {"name": "林晚", "phone": A, "occupation": base}}
    cells = {one: {**kept, **_texts(said.pop("had", {}))} for one, kept in cells.items()}
    draft = replace(ClientDraft(name="林晚", phones=(A,), occupation=theirs), **said)  # type: ignore[arg-type] # fields of a draft
    foreign = Foreign(cells=cells, columns={"大客户": _COLUMNS})
    book = KnownBook(
        identities=identities, facts={1: held}, first_client=2, first_person=1, foreign=foreign
    )
    return plan(rows_of(draft), book, options)


def _texts(had: object) -> dict[str, str]:
    assert isinstance(had, dict)
    return had


def stands(made: ImportPlan, ours: str) -> str:
    changed = [fact for fact in made.changed if isinstance(fact, Client)]
    return changed[0].occupation if changed else ours


@given(base=_TEXTS, ours=_TEXTS)
def test_what_they_did_not_change_leaves_ours(base: str, ours: str) -> None:
    made = merged(ours, base, base)

    assert stands(made, ours) == ours
    assert made.rows[0].differences == ()


@given(base=_TEXTS, theirs=_TEXTS.filter(bool))
def test_what_we_did_not_change_follows_theirs(base: str, theirs: str) -> None:
    assert stands(merged(base, theirs, base), base) == theirs


@given(base=_TEXTS.filter(bool), ours=_TEXTS.filter(bool), theirs=_TEXTS.filter(bool))
def test_a_conflict_is_only_where_all_three_differ(base: str, ours: str, theirs: str) -> None:
    made = merged(ours, theirs, base)

    assert bool(made.open_conflicts) == (len({base, ours, theirs}) == 3)


@given(ours=_TEXTS, theirs=_TEXTS)
def test_without_a_base_nothing_of_ours_is_overwritten(ours: str, theirs: str) -> None:
    made = merged(ours, theirs, None)

    assert stands(made, ours) == (ours or theirs)
    assert bool(made.open_conflicts) == (bool(ours and theirs) and ours != theirs)


@pytest.mark.parametrize(
    ("blank", "ours", "base", "expected"),
    [
        (True, "会计", "会计", ("", Decision.CLEARED)),
        (True, "律师", "会计", ("律师", None)),
        (True, "会计", None, ("会计", None)),
        (False, "会计", "会计", ("会计", None)),
    ],
)
def test_a_blank_clears_what_came_from_there_where_it_was_said_so(
    blank: bool,  # noqa: FBT001 - a column of the table
    ours: str,
    base: str | None,
    expected: tuple[str, Decision | None],
) -> None:
    made = merged(ours, "", base, replace(OPTIONS, clears_blanks=blank))

    decisions = [difference.decision for difference in made.rows[0].differences]
    assert (stands(made, ours), next(iter(decisions), None)) == expected


def test_tags_follow_what_the_clinic_took_off_and_what_she_took_off() -> None:
    kept, theirs = Tag(id=1, client_id=1, name="怕疼"), Tag(id=2, client_id=1, name="老客")

    made = merged("", "", "", facts=(kept, theirs), tags=("新客",), had={"tags": "老客\n新客"})

    assert of_kind(made.removed, Tag) == [theirs]
    assert of_kind(made.new, Tag) == []


@pytest.mark.parametrize("field", [Field.NAME, Field.PHONE])
def test_name_and_phone_ask_even_where_she_never_changed_them(field: Field) -> None:
    name, phones = ("林婉", (A,)) if field is Field.NAME else ("林晚", (B,))
    card = ClinicCard(id=1, client_id=1, source=OPTIONS.card_source, number="K1")

    made = merged("", "", "", facts=(card,), name=name, phones=phones, card_number="K1")

    assert [one.field for one in made.open_conflicts] == [field]
    assert [fact for fact in made.changed if isinstance(fact, Phone)] == []


@pytest.mark.parametrize(
    ("before", "said", "columns", "undecided", "after"),
    [
        (None, {"name": "林晚"}, {"name"}, set(), {"name": "林晚"}),
        ({"source": "抖音"}, {"name": "林晚"}, {"name"}, set(), {"name": "林晚", "source": "抖音"}),
        ({"source": "抖音"}, {}, {"source"}, set(), {}),
        ({"source": "抖音"}, {"source": "美团"}, {"source"}, {"source"}, {"source": "抖音"}),
        (None, {"source": "美团"}, {"source"}, {"source"}, {}),
    ],
)
def test_a_base_moves_on_but_for_what_is_undecided(
    before: dict[str, str] | None,
    said: dict[str, str],
    columns: set[str],
    undecided: set[str],
    after: dict[str, str],
) -> None:
    assert advanced(before, said, columns, undecided) == after


def test_one_value_has_one_text() -> None:
    draft = ClientDraft(
        name="林晚", sex=Sex.FEMALE, birthday=day(3, 2, 1985), phones=(A, B),
        first_contact_on=dt.date(2020, 1, 5), income=100,
    )  # fmt: skip

    assert cells_of_draft(draft) == {
        "name": "林晚", "sex": "female", "birthday": "solar 1985-3-2", "phone": f"{A}\n{B}",
        "first_contact": "2020-01-05", "income": "100",
    }  # fmt: skip
    assert text_of(None) == ""
