"""The yearly notice of the public holidays: pasted as it stands, read while she looks on."""

import datetime as dt
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.days_off import runs
from crm_desktop.domain.holiday_notice import Notice, read_notice
from crm_desktop.ui.settings.day_list import row_of_days
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH: Final = 560
_HEIGHT: Final = 200


class NoticeDialog(Dialog):
    """Asks for the text of the notice and says which days it found.

    Signals:
        told: the `Notice` she took over.
    """

    told = Signal(object)

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self._today = today
        self.setWindowTitle(self.tr("The holiday notice"))
        self.heading.setText(self.windowTitle())
        self.accept_button.setText(self.tr("Take over these days"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.setFixedWidth(scaled(_WIDTH))
        hint = self.tr(
            "Copy the State Council's notice, from WeChat or a news page, and paste it here."
        )
        self.body.addWidget(wrapped(hint, Role.SECOND))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the notice"))
        self.text.setPlaceholderText(
            "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。"
        )
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(scaled(_HEIGHT))
        self.body.addWidget(self.text, 1)
        self.found = wrapped("", Role.SECOND)
        self.body.addWidget(self.found)
        self.text.textChanged.connect(self._on_text)
        self._on_text()
        self.text.setFocus()

    @property
    def notice(self) -> Notice:
        """What the text says so far."""
        return read_notice(self.text.toPlainText(), self._today)

    def _on_text(self) -> None:
        notice = self.notice
        self.accept_button.setEnabled(bool(notice.days_off or notice.working_days))
        self.found.setText(self._words(notice))
        # Until it is shown a label asks for the height of a narrow column.
        needed = self.found.heightForWidth(scaled(_WIDTH) - 2 * SPACE_L)
        self.found.setFixedHeight(max(needed, 0))
        self.adjustSize()

    def _words(self, notice: Notice) -> str:
        if not notice.days_off and not notice.working_days:
            typed = bool(self.text.toPlainText().strip())
            return self.tr("No days off are found in this text.") if typed else ""
        off = self.tr("{count} days off: {days}")
        worked = self.tr("{count} worked instead: {days}")
        told = ((off, notice.days_off), (worked, notice.working_days))
        lines = (words.format(count=len(days), days=_listed(days)) for words, days in told if days)
        return "\n".join(lines)

    @override
    def accept(self) -> None:
        super().accept()
        self.told.emit(self.notice)


def _listed(days: frozenset[dt.date]) -> str:
    return " · ".join(row_of_days(*run) for run in runs(days))
