"""Who does not know, for whatever is sent to somebody of hers."""

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Client, Knows, Person, Relation
from crm_desktop.domain.unaware import unaware

HUSBAND = Person(id=1, relation=Relation.HUSBAND, knows=Knows.NO)
CHILD = Person(id=2, relation=Relation.CHILD, knows=Knows.UNKNOWN)
FRIEND = Person(id=3, relation=Relation.FRIEND, knows=Knows.NO)
SISTER = Person(id=4, relation=Relation.SIBLING, knows=Knows.YES)
MOTHER = Person(id=5, relation=Relation.PARENT, knows=Knows.NO)


@pytest.mark.parametrize(
    ("persons", "recipient", "expected"),
    [
        pytest.param((HUSBAND, CHILD), None, (HUSBAND,), id="to herself, at home"),
        pytest.param((HUSBAND, CHILD), 1, (HUSBAND,), id="to her husband"),
        pytest.param((HUSBAND, CHILD), 2, (HUSBAND,), id="to the child of his household"),
        pytest.param((HUSBAND, MOTHER), 5, (MOTHER, HUSBAND), id="the recipient comes first"),
        pytest.param((HUSBAND, FRIEND), 3, (FRIEND,), id="to a friend, elsewhere"),
        pytest.param((HUSBAND, SISTER), 4, (), id="to a sister who knows, elsewhere"),
        pytest.param((FRIEND,), None, (), id="a friend is not at her door"),
        pytest.param((CHILD, SISTER), None, (), id="nobody is known not to know"),
        pytest.param((HUSBAND,), 9, (HUSBAND,), id="a recipient no longer in the file"),
    ],
)
def test_who_does_not_know(
    persons: tuple[Person, ...], recipient: int | None, expected: tuple[Person, ...]
) -> None:
    folder = ClientFolder(client=Client(id=1), persons=persons)

    assert unaware(folder, recipient) == expected
