"""TagsField: pills that can be taken away, and a place to type one more."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.flow import FlowLayout

_ENTRY_WIDTH = 120
# The words of the other fields begin here.
_INDENT = 10
_CROSS = QSize(12, 12)


class TagsField(QWidget):
    """The tags of somebody, in the order they were given.

    Signals:
        committed: the new tuple of tags.
    """

    committed = Signal(tuple)

    def __init__(
        self,
        name: str,
        value: Iterable[str] = (),
        *,
        known: Iterable[str] = (),
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._value: tuple[str, ...] = ()
        self._pills: list[QPushButton] = []
        self._flow = FlowLayout(self, spacing=SPACE_XS + 2)
        self._flow.setContentsMargins(_INDENT, 0, 0, 0)
        self._entry = QLineEdit()
        self._entry.setProperty("role", "tag-entry")
        self._entry.setPlaceholderText(self.tr("Add…"))
        self._entry.setAccessibleName(name)
        self._entry.setFixedWidth(_ENTRY_WIDTH)
        self._entry.returnPressed.connect(self._on_entered)
        self._entry.editingFinished.connect(self._on_entered)
        self.set_known(known)
        self._flow.addWidget(self._entry)
        self.set_value(value)

    def value(self) -> tuple[str, ...]:
        """Return the tags as saved last."""
        return self._value

    def set_known(self, known: Iterable[str]) -> None:
        """Offer the tags in use elsewhere while she types."""
        completer = QCompleter(sorted(known), self._entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._entry.setCompleter(completer)

    def set_value(self, value: Iterable[str]) -> None:
        """Show `value` as saved."""
        self._value = tuple(value)
        self._flow.removeWidget(self._entry)
        self._flow.clear()
        self._pills = [self._pill(tag) for tag in self._value]
        for pill in self._pills:
            self._flow.addWidget(pill)
        self._flow.addWidget(self._entry)

    def let_go(self) -> None:
        """Empty the place to type in."""
        self._entry.clear()

    def _pill(self, tag: str) -> QPushButton:
        pill = QPushButton(tag)
        pill.setProperty("tag", tag)
        set_mark(pill, "pill", self._tone)
        pill.setIcon(icon(Icon.CLOSE, "text3"))
        pill.setIconSize(_CROSS)
        pill.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        pill.setCursor(Qt.CursorShape.PointingHandCursor)
        pill.setToolTip(self.tr("Remove"))
        pill.setAccessibleName(self.tr("Remove {tag}").format(tag=tag))
        pill.clicked.connect(self._on_removed)
        return pill

    def _on_removed(self) -> None:
        tag = self.sender().property("tag")
        self._commit(tuple(other for other in self._value if other != tag))

    def _on_entered(self) -> None:
        tag = self._entry.text().strip()
        if not tag:
            return
        self._entry.clear()
        if tag not in self._value:
            self._commit((*self._value, tag))

    def _commit(self, value: tuple[str, ...]) -> None:
        self.set_value(value)
        self.committed.emit(value)
