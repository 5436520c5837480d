from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import (
    ChildDraft,
    ClientDraft,
    CompletedDraft,
    GiftDraft,
    PartnerDraft,
)
from crm_desktop.domain.import_plan import Accept
from tests.domain.import_rows import OPTIONS, applied, planned, rows_of

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
    birthday=_DAYS,
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
_PEOPLE = (
    ("林晚", ("13800000001", "13911112222"), "C1"),
    ("林晚", ("13755556666",), ""),
    ("周桐", ("13688889999",), "C2"),
    ("无号", (), ""),
)


@st.composite
def _rows(draw: st.DrawFn) -> ClientDraft:
    """Draw a row about one of four people, two of one name, with what it happens to say."""
    name, phones, card = draw(st.sampled_from(_PEOPLE))
    told = tuple(phone for phone in phones if draw(st.booleans()))
    number = card if draw(st.booleans()) else ""
    return replace(draw(_FACTS), name=name, phones=told, card_number=number)


_DRAFTS = _rows()


@settings(max_examples=150, deadline=None)
@given(st.lists(_DRAFTS, max_size=7), st.sampled_from(Accept))
def test_the_same_rows_again_write_nothing(drafts: list[ClientDraft], accept: Accept) -> None:
    rows = rows_of(*drafts)
    options = replace(OPTIONS, accept=accept, mark_big=True)
    book = applied(planned(rows, options=options))

    again = planned(rows, book, options)

    assert (again.new, again.changed) == ((), ())


@settings(max_examples=100, deadline=None)
@given(st.lists(_DRAFTS, max_size=5), st.lists(_DRAFTS, max_size=5), st.sampled_from(Accept))
def test_a_second_list_settles_and_counts_add_up(
    first: list[ClientDraft], second: list[ClientDraft], accept: Accept
) -> None:
    options = replace(OPTIONS, accept=accept)
    book = applied(planned(rows_of(*first)))
    rows = rows_of(*second)
    made = planned(rows, book, options)

    again = planned(rows, applied(made, book), options)

    assert sum(made.counts.values()) == made.total == len(rows)
    assert (again.new, again.changed) == ((), ())
