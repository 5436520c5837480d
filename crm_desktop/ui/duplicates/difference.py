"""DifferenceRow: one field in which two entries differ, and whose value stands."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.joining import Difference, Side
from crm_desktop.ui.text.likeness import field_name
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped

LABEL_WIDTH: Final = 116
BOTH_WIDTH: Final = 76
_LONGEST: Final = 140
_SIDES: Final = (Side.KEPT, Side.OTHER, Side.BOTH)
_KEYS: Final = {Qt.Key.Key_1: Side.KEPT, Qt.Key.Key_2: Side.OTHER, Qt.Key.Key_3: Side.BOTH}


class Option(QFrame):
    """One of the values to choose from; a click takes it.

    Signals:
        pressed: she took it.
    """

    pressed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.OPTION)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        is_long = len(text) > _LONGEST
        says = wrapped(f"{text[:_LONGEST].rstrip()}…" if is_long else text)
        says.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setToolTip(text if is_long else "")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_S + 2, SPACE_XS + 2, SPACE_S + 2, SPACE_XS + 2)
        inside.addWidget(says)
        inside.addStretch(1)

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether this value stands."""
        set_mark(self, "chosen", "yes" if is_chosen else "no")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        super().mousePressEvent(event)


class DifferenceRow(QFrame):
    """A line with the field and two or three values; 1, 2 and 3 choose, so do the arrows.

    Signals:
        chosen: whose value stands from now on.
    """

    chosen = Signal(object)

    def __init__(
        self,
        difference: Difference,
        values: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.difference = difference
        self._values = values
        self.side = difference.default
        self.setProperty("role", "line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.options = {Side.KEPT: Option(values[0]), Side.OTHER: Option(values[1])}
        if difference.can_be_both:
            self.options[Side.BOTH] = Option(QCoreApplication.translate("DifferenceRow", "Both"))
        self._lay_out()
        for side, option in self.options.items():
            option.setProperty("side", side)
            option.pressed.connect(self._on_pressed)
        self.choose(self.side)

    def choose(self, side: Side) -> None:
        """Let the value of a side stand, where it can."""
        if side not in self.options:
            return
        is_other, self.side = side is not self.side, side
        for each, option in self.options.items():
            option.mark(is_chosen=each is side)
        words = self.tr("{field}: 1 {one}, 2 {other}. Chosen: {chosen}")
        self.setAccessibleName(
            words.format(
                field=field_name(self.difference),
                one=self._values[0],
                other=self._values[1],
                chosen=_SIDES.index(side) + 1,
            )
        )
        if is_other:
            self.chosen.emit(side)

    def _lay_out(self) -> None:
        told = ElidedLabel(field_name(self.difference), Role.FIELD_LABEL)
        told.setFixedWidth(scaled(LABEL_WIDTH))
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE_XS, 2, SPACE_XS, 2)
        line.setSpacing(SPACE_S)
        line.addWidget(told)
        line.addWidget(self.options[Side.KEPT], 1)
        line.addWidget(self.options[Side.OTHER], 1)
        last = self.options.get(Side.BOTH) or label("")
        last.setFixedWidth(scaled(BOTH_WIDTH))
        line.addWidget(last)

    def _on_pressed(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(Side(self.sender().property("side")))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.choose(_KEYS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        sides = list(self.options)
        place = sides.index(self.side) + by
        self.choose(sides[min(max(place, 0), len(sides) - 1)])
