"""A card says in whose file the same child, or the same person, stands too."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Relation
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from tests.ui.desks import Laid
from tests.ui.people import SUNDAY, occasion, reminder


@pytest.mark.parametrize(
    ("hers", "others", "said"),
    [
        (Relation.CHILD, Relation.CHILD, "The same child is in the file of 何静 too."),
        (None, Relation.CHILD, "The same person is in the file of 何静 too."),
        (Relation.CHILD, None, "The same person is in the file of 何静 too."),
        (None, Relation.FRIEND, "The same person is in the file of 何静 too."),
    ],
)
def test_whose_day_stands_in_two_files_is_called_what_it_is(
    qtbot: QtBot, laid: Laid, hers: Relation | None, others: Relation | None, said: str
) -> None:
    also = replace(
        occasion(2),
        client_id=2,
        client_name="何静",
        client_display_name="",
        person_relation=others,
        also_client_id=1,
    )
    one = replace(reminder(person_relation=hers), also=(also,))

    card = ReminderCard(one, SUNDAY, Answers(laid.desk))

    qtbot.addWidget(card)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert [each for each in words if each.startswith("The same")] == [said]
