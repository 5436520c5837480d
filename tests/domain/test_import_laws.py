from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import (
    ChildDraft,
    ClientDraft,
    CompletedDraft,
    GiftDraft,
    PartnerDraft,
)
from crm_desktop.domain.import_plan import Accept, ClientFacts, Options, Outcome
from tests.domain.import_rows import OPTIONS, A, B, applied, day, planned, rows_of

_DAYS = st.none() | st.builds(
    DatedFact,
    calendar=st.sampled_from(Calendar),
    year=st.sampled_from([None, 1985, 1990]),
    month=st.sampled_from([3, 9]),
    day=st.just(2),
)
_WORDS = st.sampled_from(["", "甲", "乙"])
_LISTS = st.lists(st.sampled_from(["甲", "乙", "丙"]), max_size=2).map(tuple)
_CHILDREN = st.lists(
    st.builds(ChildDraft, label=st.sampled_from(["", "大宝", "女儿"]), birthday=_DAYS).filter(
        lambda child: bool(child.label or child.birthday)
    ),
    max_size=3,
).map(tuple)
_GIFTS = st.lists(
    st.builds(
        GiftDraft,
        item=st.sampled_from(["百合", "蛋糕"]),
        year=st.sampled_from([None, 2025]),
        month=st.sampled_from([None, 3]),
        day=st.sampled_from([None, 8]),
        cost=st.sampled_from([None, 100, 200]),
    ),
    max_size=3,
).map(tuple)
_DONE = st.lists(
    st.builds(CompletedDraft, project=st.sampled_from(["水光", "线雕"]), times=st.integers(1, 3)),
    max_size=2,
).map(tuple)
_FACTS = st.builds(
    ClientDraft,
    occupation=_WORDS,
    notes=st.sampled_from(["", "一", "一\n二", "二"]),
    likes=_LISTS,
    tags=_LISTS,
    potential=_LISTS,
    children=_CHILDREN,
    gifts=_GIFTS,
    completed=_DONE,
    wedding=_DAYS,
    husband=st.none() | st.builds(PartnerDraft, name=_WORDS, phone=_WORDS, birthday=_DAYS),
    referred_by=st.sampled_from(["", "林晚"]),
)
_CLOSE = "13800000002"
_WHO = st.builds(
    ClientDraft,
    name=st.sampled_from(["林晚清", "林晚青", "晚清姐", "周桐"]),
    display_name=st.sampled_from(["", "", "", "林晚清", "周桐"]),
    phones=st.lists(st.sampled_from([A, _CLOSE, B]), max_size=2, unique=True).map(tuple),
    masked_phone=st.sampled_from(["", "", "", "138****0001"]),
    wechat=st.sampled_from(["", "", "w1", "w2"]),
    card_number=st.sampled_from(["", "", "C1", "C2"]),
    birthday=_DAYS,
    occupation=_WORDS,
    wedding=_DAYS,
    referred_by=st.sampled_from(["", "", "林晚清", "周桐"]),
)
"""A row of people who are easily taken for each other."""


@st.composite
def _rows(draw: st.DrawFn) -> ClientDraft:
    """Draw a row that tells more than who she is."""
    who = draw(_WHO)
    return replace(draw(_FACTS), name=who.name, phones=who.phones, card_number=who.card_number)


_DRAFTS = _WHO | _rows()
_Drafts = Sequence[ClientDraft]


@given(st.lists(_DRAFTS, max_size=6), st.sampled_from(Accept))
def test_the_same_rows_again_write_nothing(drafts: _Drafts, accept: Accept) -> None:
    _settles(drafts, {}, replace(OPTIONS, accept=accept, mark_big=True))


@given(
    st.lists(_DRAFTS, max_size=4),
    st.lists(_DRAFTS, min_size=1, max_size=4),
    st.sampled_from(Accept),
)
def test_a_second_list_settles_and_counts_add_up(
    first: _Drafts, second: _Drafts, accept: Accept
) -> None:
    _settles(second, applied(planned(rows_of(*first))), replace(OPTIONS, accept=accept))


@given(_rows(), _rows(), st.sampled_from(Accept))
def test_a_single_row_settles(first: ClientDraft, second: ClientDraft, accept: Accept) -> None:
    row = replace(second, card_number="C1")
    book = applied(planned(rows_of(replace(first, card_number="C1"))))

    _settles([row], book, replace(OPTIONS, accept=accept))


_FOUND: list[tuple[str, _Drafts, _Drafts]] = [
    (
        "a row knew her by a name that an earlier row had replaced",
        [ClientDraft(name="林晚清", phones=(B,))],
        [ClientDraft(name="晚清姐", phones=(B,)), ClientDraft(name="林晚青", phones=(A, B))],
    ),
    (
        "a row asked about was placed after a later one, and before it the next time",
        [],
        [
            ClientDraft(name="林晚青"),
            ClientDraft(name="林晚青", phones=(A, B)),
            ClientDraft(name="林晚清", phones=(A,)),
        ],
    ),
    (
        "a card told who the owner of a phone was",
        [],
        [
            ClientDraft(name="林晚青"),
            ClientDraft(name="林晚青", phones=(A,)),
            ClientDraft(name="林晚清", card_number="C2"),
            ClientDraft(name="周桐", phones=(B, A), card_number="C2"),
        ],
    ),
    (
        "a third row joined the phones of two clients of one name",
        [],
        [
            ClientDraft(name="周桐", phones=(A,)),
            ClientDraft(name="周桐", phones=(_CLOSE, B)),
            ClientDraft(name="周桐", phones=(A, _CLOSE)),
        ],
    ),
    (
        "a phone was learnt from a row that might have been about somebody else",
        [],
        [
            ClientDraft(name="周桐", phones=(_CLOSE,)),
            ClientDraft(name="晚清姐", display_name="周桐", phones=(B, A)),
            ClientDraft(name="周桐", phones=(_CLOSE, A)),
        ],
    ),
    (
        "a row was a question about a name that another row then changed",
        [ClientDraft(name="晚清姐", phones=(A,), card_number="C2")],
        [
            ClientDraft(name="晚清姐", birthday=day(9, 2, 1990)),
            ClientDraft(name="林晚青", phones=(_CLOSE,), card_number="C2"),
        ],
    ),
    (
        "what she is called stood for her name, and was then replaced itself",
        [ClientDraft(name="林晚青", display_name="林晚清", phones=(A,))],
        [ClientDraft(name="林晚清", display_name="晚清姐", phones=(A,))],
    ),
    (
        "a year filled in made a child of another name look the same",
        [
            ClientDraft(
                name="周桐",
                phones=(A,),
                children=(
                    ChildDraft(label="女儿", birthday=day(9, 2)),
                    ChildDraft(label="大宝", birthday=day(3, 2, 1985)),
                ),
            )
        ],
        [
            ClientDraft(
                name="周桐",
                phones=(A,),
                children=(
                    ChildDraft(label="大宝", birthday=day(9, 2, 1990)),
                    ChildDraft(birthday=day(9, 2, 1990)),
                ),
            )
        ],
    ),
    (
        "two children of one name changed places",
        [
            ClientDraft(
                name="周桐",
                phones=(A,),
                children=(
                    ChildDraft(label="女儿", birthday=day(9, 2, 1985)),
                    ChildDraft(label="女儿"),
                ),
            )
        ],
        [
            ClientDraft(
                name="周桐",
                phones=(A,),
                children=(
                    ChildDraft(label="女儿", birthday=day(3, 2, 1985)),
                    ChildDraft(label="女儿", birthday=day(3, 2)),
                ),
            )
        ],
    ),
]


@pytest.mark.parametrize("accept", Accept)
@pytest.mark.parametrize(
    ("first", "second"),
    [case[1:] for case in _FOUND],
    ids=[case[0].replace(" ", "_") for case in _FOUND],
)
def test_what_once_did_not_settle_does(first: _Drafts, second: _Drafts, accept: Accept) -> None:
    _settles(second, applied(planned(rows_of(*first))), replace(OPTIONS, accept=accept))


def _settles(drafts: _Drafts, book: dict[int, ClientFacts], options: Options) -> None:
    """Take rows in and compare them again on another day: nothing is new, counts add up."""
    rows = rows_of(*drafts)
    made = planned(rows, book, options)
    tomorrow = replace(options, now=options.now.replace(day=23))

    again = planned(rows, applied(made, book), tomorrow)

    for one in (made, again):
        assert sum(one.counts.values()) == one.total == len(rows)
        assert [row.row_number for row in one.rows] == [row.row_number for row in rows]
    assert (again.new, again.changed) == ((), ())
    assert (again.counts[Outcome.NEW], again.counts[Outcome.UPDATED]) == (0, 0)
