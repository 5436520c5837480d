"""What was heard, a row each with a tick: what, where it goes, how it stands to what is known."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.capture import Proposal, Standing
from crm_desktop.ui.text.capture import goes_words, heard_words, standing_words
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import ScrollColumn

ROW: Final = 36
_SHOWN: Final = 6
_KIND_WIDTH: Final = 92
_MOST_KEYS: Final = 9


class ProposalRow(QWidget):
    """One proposal with its tick; a click anywhere on it ticks it."""

    ticked = Signal()

    def __init__(self, proposal: Proposal, place: int, today: dt.date) -> None:
        super().__init__()
        self.proposal = proposal
        self.tick = QCheckBox()
        self._words = ElidedLabel("", Role.STRONG)
        self._kind = label("", Role.SECOND)
        self._standing = label("", Role.HINT)
        self._today = today
        set_mark(self, "role", "line")
        self.setFixedHeight(scaled(ROW))
        self._kind.setFixedWidth(scaled(_KIND_WIDTH))
        key = label(f"Alt+{place + 1}" if place < _MOST_KEYS else "", Role.HINT)
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        line.setSpacing(SPACE_S)
        line.addWidget(self.tick)
        line.addWidget(self._kind)
        line.addWidget(self._words, 1)
        line.addWidget(self._standing)
        line.addWidget(key)
        self.put(proposal)
        self.tick.toggled.connect(self.ticked)

    def put(self, proposal: Proposal) -> None:
        """Show another proposal in the place of this one."""
        self.proposal = proposal
        words, kind = heard_words(proposal, self._today), goes_words(proposal.heard.goes)
        standing = standing_words(proposal)
        self._words.setText(words)
        self._kind.setText(kind)
        self._standing.setText(standing)
        self._standing.setVisible(bool(standing))
        set_mark(self._standing, "role", _tone(proposal))
        self.tick.setAccessibleName(" ".join(filter(None, (kind, words, standing))))
        self.tick.setChecked(proposal.is_sure)
        self.tick.setEnabled(proposal.can_be_taken)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.tick.isEnabled():
            self.tick.toggle()
        super().mousePressEvent(event)


class ProposalList(ScrollColumn):
    """The proposals of one text, as high as its rows, scrolling beyond six.

    Signals:
        changed: another choice stands ticked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ProposalRow] = []
        self.content.setSpacing(SPACE_XS)
        self.setAccessibleName(self.tr("What was heard"))
        self.hide()

    def show_all(self, proposals: Sequence[Proposal], today: dt.date) -> None:
        """Show other proposals."""
        if [row.proposal for row in self.rows] == [*proposals]:
            return
        ticks = {row.proposal: row.tick.isChecked() for row in self.rows}
        self.clear()
        self.rows = [ProposalRow(one, place, today) for place, one in enumerate(proposals)]
        for row in self.rows:
            # What she ticked or unticked stays so while she types on.
            row.tick.setChecked(ticks.get(row.proposal, row.proposal.is_sure))
            row.ticked.connect(self.changed)
            self.content.addWidget(row)
        count = min(len(self.rows), _SHOWN)
        self.setFixedHeight(count * scaled(ROW) + max(0, count - 1) * SPACE_XS)
        self.setVisible(bool(self.rows))
        self.changed.emit()

    def chosen(self) -> list[Proposal]:
        """Return what is ticked; where nothing is, the only one that can be taken.

        Among several it is hers to say which, and what differs is not replaced unasked.
        """
        ticked = [row.proposal for row in self.rows if row.tick.isChecked()]
        takeable = self.takeable()
        is_plain = len(takeable) == 1 and takeable[0].standing is not Standing.DIFFERS
        return ticked or (takeable if is_plain else [])

    def takeable(self) -> list[Proposal]:
        """Return all that would write anything."""
        return [row.proposal for row in self.rows if row.proposal.can_be_taken]

    def toggle(self, place: int) -> None:
        """Tick or untick the proposal at `place`."""
        if place < len(self.rows) and self.rows[place].tick.isEnabled():
            self.rows[place].tick.toggle()
            self.ensureWidgetVisible(self.rows[place])


def _tone(proposal: Proposal) -> Role:
    return Role.WARNING if proposal.standing is Standing.DIFFERS else Role.HINT
