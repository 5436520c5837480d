"""ProfileDefaults: texts that stand for blank cells and missing columns of a list."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.reading_rules import CAN_HAVE_DEFAULT
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.importing import field_word
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.layouts import row

_CHOICE_WIDTH = 210


class ProfileDefaults(QWidget):
    """A line for each field with a text of its own, and a button for one more.

    Attributes:
        lines: the lines, from the top.
        add_button: adds a line for a field that has none yet.
    """

    def __init__(self, defaults: Mapping[Field, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(dict.fromkeys((*CAN_HAVE_DEFAULT, *defaults)))
        self.lines: list[DefaultLine] = []
        self.add_button = button(self.tr("Add a text for blank cells"), Role.LINK, Icon.PLUS)
        self.add_button.clicked.connect(self._on_add)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(SPACE_S)
        self._inside.addLayout(row(self.add_button, 1))
        for field, text in defaults.items():
            self._add(field, text)

    def defaults(self) -> dict[Field, str]:
        """Return what is said of fields; a line without a text says nothing."""
        return {line.field(): line.text.text().strip() for line in self.lines if line.says}

    def _add(self, field: Field, text: str = "") -> "DefaultLine":
        line = DefaultLine(self._fields, field, text)
        line.away.clicked.connect(self._on_away)
        self._inside.insertWidget(len(self.lines), line)
        self.lines.append(line)
        self.add_button.setEnabled(len(self.lines) < len(self._fields))
        return line

    def _on_add(self) -> None:
        taken = {line.field() for line in self.lines}
        line = self._add(next(one for one in self._fields if one not in taken))
        line.field_box.setFocus()

    def _on_away(self) -> None:
        pressed = self.sender()
        line = next(each for each in self.lines if each.away is pressed)
        self.lines.remove(line)
        self._inside.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.add_button.setEnabled(True)
        self.add_button.setFocus()


class DefaultLine(QWidget):
    """One field and its text."""

    def __init__(self, fields: tuple[Field, ...], field: Field, text: str) -> None:
        super().__init__()
        self._fields = fields
        self.field_box = QComboBox()
        self.field_box.setFixedWidth(_CHOICE_WIDTH)
        self.field_box.setAccessibleName(self.tr("Field"))
        for each in fields:
            self.field_box.addItem(field_word(each))
        self.field_box.setCurrentIndex(fields.index(field))
        self.text = QLineEdit(text)
        self.text.setAccessibleName(self.tr("Text for blank cells"))
        self.text.setPlaceholderText(self.tr("What stands there instead"))
        self.away = IconButton(Icon.CLOSE, self.tr("Take this text away"))
        self.away.setFixedSize(QSize(34, 34))
        self.setLayout(row(self.field_box, self.text, self.away))

    @property
    def says(self) -> bool:
        """Whether there is a text."""
        return bool(self.text.text().strip())

    def field(self) -> Field:
        """Return the field that was chosen."""
        return self._fields[self.field_box.currentIndex()]
