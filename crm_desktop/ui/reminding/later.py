"""Later: the pauses every menu of a reminder offers, in the same words and order."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from crm_desktop.domain.occasions import Reminder
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.reminding.answers import Answers, Pause
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_PAUSES = {
    Pause.HOUR: QT_TRANSLATE_NOOP("Later", "In an hour"),
    Pause.EVENING: QT_TRANSLATE_NOOP("Later", "This evening"),
    Pause.TOMORROW: QT_TRANSLATE_NOOP("Later", "Tomorrow morning"),
}


def offer_pauses(menu: QMenu, reminder: Reminder, answers: Answers) -> None:
    """Add what puts the reminder off to `menu`."""
    for pause, words in _PAUSES.items():
        action = menu.addAction(
            icon(Icon.CLOCK, "text2"), QCoreApplication.translate("Later", words)
        )
        action.triggered.connect(partial(answers.snooze, reminder, pause))
