"""CoverageCard: of how many clients the book reminds, and what stands in the way of the others."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.book_check import Findings
from crm_desktop.domain.reminder_check import Why
from crm_desktop.ui.text.reminder_check import why_short
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row


class CoverageCard(Card):
    """The great number first, then why some are left out on purpose.

    Signals:
        mend_wanted: what days are found by is to be made anew where it is at fault.
    """

    mend_wanted = Signal()

    def __init__(
        self, found: Findings, *, is_all_read: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(self._titled(), parent=parent)
        awake = found.reminded + len(found.silent)
        great = label(f"{found.reminded:,} / {awake:,}", Role.PAGE_TITLE)
        self.body.addWidget(great)
        self.body.addWidget(wrapped(self.tr("clients will be reminded of"), Role.SECOND))
        if found.put_aside:
            self.body.addWidget(wrapped(self._put_aside(found), Role.SECOND))
        self.body.addStretch(1)
        if found.lost:
            self._tell_of_fault(len(found.lost))
        elif is_all_read:
            told = self.tr("Every day in the book was looked up one by one: none is missed.")
            self.body.addWidget(wrapped(told, Role.OK))

    def _titled(self) -> str:
        return self.tr("Whom it covers")

    def _put_aside(self, found: Findings) -> str:
        parts = [
            f"{why_short(why)} {found.put_aside[why]:,}" for why in Why if why in found.put_aside
        ]
        between = QCoreApplication.translate("Occasions", ", ", "between names")
        pattern = self.tr("Left out on purpose: {reasons}")
        return pattern.format(reasons=between.join(parts))

    def _tell_of_fault(self, count: int) -> None:
        told = self.tr("{count} days would be forgotten: the book does not find them.")
        mend = button(self.tr("Mend it"))
        mend.clicked.connect(self.mend_wanted)
        line = row()
        line.addWidget(Band(told.format(count=f"{count:,}"), Tone.BAD), 1)
        line.addWidget(mend)
        self.body.addLayout(line)
