"""Card: a white sheet with a hairline, on which one matter is told."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role, Tone, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_MARGIN = 16


class Card(QFrame):
    """A sheet with an optional heading; contents go into `body`.

    Attributes:
        body: the layout for the contents.
    """

    def __init__(self, title: str = "", *trailing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN)
        self.body.setSpacing(SPACE_S)
        self._heading = label(title, Role.SECTION)
        self._detail = label("", Role.SECOND)
        if title or trailing:
            self.body.addLayout(row(self._heading, self._detail, 1, *trailing))
            self.setAccessibleName(title)
        else:
            self._heading.setParent(self)
            self._detail.setParent(self)
            self._heading.hide()
            self._detail.hide()

    def set_detail(self, text: str) -> None:
        """Show `text` in second colour beside the heading."""
        self._detail.setText(text)


class Band(QFrame):
    """A soft coloured strip for one sentence that must be seen: a warning, a finding."""

    def __init__(self, text: str, tone: Tone = Tone.WARN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.BAND)
        set_mark(self, "tone", tone)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self._text: QLabel = wrapped(text)
        inside.addWidget(self._text)
        self.setAccessibleName(text)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show another sentence, in another tone if given."""
        self._text.setText(text)
        self.setAccessibleName(text)
        if tone is not None:
            set_mark(self, "tone", tone)
