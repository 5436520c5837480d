import pytest

from crm_desktop.domain.taking_back import Key, Raw, Reference, edited, fields_back, held

Row = dict[str, Raw]


@pytest.mark.parametrize(
    ("before", "after", "now", "back", "kept"),
    [
        ({"qq": ""}, {"qq": "1"}, {"qq": "1"}, {"qq": ""}, []),
        ({"qq": ""}, {"qq": "1"}, {"qq": "2"}, {}, ["qq"]),
        ({"qq": ""}, {"qq": "1"}, {"qq": ""}, {}, []),
        ({"qq": "1"}, {"qq": "1"}, {"qq": "2"}, {}, []),
        ({"updated_at": None}, {"updated_at": "a"}, {"updated_at": "b"}, {}, []),
        ({}, {"qq": "1"}, {"qq": "1"}, {"qq": None}, []),
        ({"old": 1}, {"old": 2}, {}, {}, []),
    ],
)
def test_a_field_goes_back_unless_she_changed_it_since(
    before: Row, after: Row, now: Row, back: Row, kept: list[str]
) -> None:
    assert fields_back(before, after, now) == (back, kept)


@pytest.mark.parametrize(
    ("now", "names"),
    [
        ({"id": 1, "client_id": 7, "text": "茶", "updated_at": "a"}, ()),
        ({"id": 1, "client_id": 8, "text": "茶", "updated_at": "b"}, ()),
        ({"id": 1, "client_id": 7, "text": "花", "updated_at": "a"}, ("text",)),
    ],
)
def test_a_row_that_only_moved_is_not_edited(now: Row, names: tuple[str, ...]) -> None:
    assert edited({"id": 1, "client_id": 7, "text": "茶", "updated_at": "a"}, now) == names


def _ref(child: Key, parent: Key) -> Reference:
    return Reference(child=child, column="x", parent=parent)


def test_what_a_staying_row_names_stays_and_what_that_names() -> None:
    visit, bill, client, other = ("visit", 1), ("bill", 2), ("client", 3), ("client", 4)
    references = [
        _ref(("attachment", 9), visit),
        _ref(visit, client),
        _ref(bill, visit),
        _ref(bill, other),
    ]

    assert held({visit, bill, client, other}, references) == {visit, client}
