"""ComparisonView: two entries side by side, field by field, and what hangs on each."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.duplicates import Sureness
from crm_desktop.domain.joining import Side
from crm_desktop.services.duplicates import Alike, Face
from crm_desktop.services.merging import Comparison
from crm_desktop.ui.duplicates.difference import BOTH_WIDTH, LABEL_WIDTH, DifferenceRow
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import dated_fact
from crm_desktop.ui.text.likeness import kind_name, left_aside, reason, value_text
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import MEDIUM, Avatar
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, hairline, row
from crm_desktop.ui.widgets.listing import ListRow

_GUTTER: Final = 12
_EDGE: Final = 2
_TONES: Final = {
    Sureness.A: Tone.ACCENT,
    Sureness.B: Tone.ACCENT,
    Sureness.C: Tone.WARN,
    Sureness.D: Tone.WARN,
}


class ComparisonView(QWidget):
    """Shows one pair at a time and holds the answers to it.

    Signals:
        client_wanted: open the file of the client with this id.
    """

    client_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DifferenceRow] = []
        self.comparison: Comparison | None = None
        self._scroll = ScrollColumn(gutter=_GUTTER)
        self._scroll.content.setSpacing(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_pair(self, alike: Alike, comparison: Comparison) -> None:
        """Show two entries and what is to be asked about them."""
        self._scroll.clear()
        self.comparison = comparison
        brought = dict(comparison.brought)
        self.rows = [
            DifferenceRow(
                one,
                (
                    value_text(one.name, one.kept, brought),
                    value_text(one.name, one.other, brought),
                ),
            )
            for one in comparison.differences
        ]
        content = self._scroll.content
        likeness = alike.likeness
        content.addWidget(Band(reason(likeness.grounds), _TONES[likeness.sureness]))
        content.addSpacing(SPACE_S)
        content.addWidget(self._heads(alike))
        content.addWidget(hairline())
        content.addSpacing(SPACE_XS)
        for each in self.rows:
            content.addWidget(each)
        if not self.rows:
            content.addWidget(wrapped(self.tr("No field contradicts: nothing to choose.")))
        content.addSpacing(SPACE_S)
        content.addWidget(hairline())
        content.addSpacing(SPACE_XS)
        content.addWidget(wrapped(self._kept(comparison), Role.SECOND))
        content.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._scroll.clear()
        self.rows, self.comparison = [], None

    def choice(self) -> Mapping[str, Side]:
        """Return whose value stands, by the name of the difference."""
        return {each.difference.name: each.side for each in self.rows}

    def aside(self) -> str:
        """Return in words what she did not choose."""
        if self.comparison is None:
            return ""
        answers = [(each.difference, each.side) for each in self.rows]
        return left_aside(answers, dict(self.comparison.brought))

    def begin(self) -> None:
        """Put the focus on the first question."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _heads(self, alike: Alike) -> QWidget:
        heads = QWidget()
        line = row(spacing=SPACE_S)
        line.setContentsMargins(SPACE_XS + _EDGE, 0, SPACE_XS + _EDGE, 0)
        line.addSpacing(scaled(LABEL_WIDTH) + SPACE_S)
        for face in (alike.one, alike.other):
            line.addWidget(self._head(face) if face is not None else label(""), 1)
        line.addSpacing(scaled(BOTH_WIDTH) + SPACE_S)
        heads.setLayout(line)
        return heads

    def _head(self, face: Face) -> ListRow:
        opener = IconButton(
            Icon.OPEN_OUT, self.tr("Open the file of {name}").format(name=face.name)
        )
        opener.clicked.connect(partial(self.client_wanted.emit, face.id))
        birthday = "" if face.birthday is None else dated_fact(face.birthday)
        called = f" · {face.called}" if face.called != face.name else ""
        archived = self.tr("archived") if face.is_archived else ""
        detail = " · ".join(part for part in (face.phone, birthday, archived) if part)
        tone = Tone.ACCENT if face.is_big else Tone.PLAIN
        return ListRow(
            face.name + called, detail, opener, leading=Avatar(face.called, MEDIUM, tone)
        )

    def _kept(self, comparison: Comparison) -> str:
        """Return what of both is kept, so that merging holds no surprise."""
        listed = self.tr(", ").join(
            f"{kind_name(kind)} {one}\u00a0+\u00a0{other}"
            for kind, one, other in comparison.counts
            if one or other
        )
        if not listed:
            return self.tr("Nothing else hangs on either of them.")
        kept = self.tr("Everything of both is kept, what is exactly the same only once: {listed}.")
        noted = self.tr("What you do not choose goes into the private notes.")
        return kept.format(listed=listed) + "\n" + noted
