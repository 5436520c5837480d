"""Told: the line under a field that says what is the matter with what stands in it."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.domain.findings import Finding, Severity
from crm_desktop.ui.text.findings import finding_text
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.widgets.labels import wrapped

_INDENT: Final = 9
_ROLES: Final = {
    Severity.REFUSED: Role.BAD,
    Severity.DOUBTFUL: Role.WARNING,
    Severity.NOTED: Role.SECOND,
}
_GRAVEST_FIRST: Final = tuple(_ROLES)


class Told(QWidget):
    """Takes no room while there is nothing to say; `field` is marked where it was refused."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._words = wrapped("")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(_INDENT, 0, 0, 0)
        inside.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, "" for nothing."""
        return self._words.text()

    def say(self, findings: Iterable[Finding]) -> None:
        """Say the gravest of the findings, or nothing any more."""
        gravest = min(
            findings, key=lambda found: _GRAVEST_FIRST.index(found.severity), default=None
        )
        self._words.setText("" if gravest is None else finding_text(gravest))
        if gravest is not None:
            set_role(self._words, _ROLES[gravest.severity])
        is_refused = gravest is not None and gravest.severity is Severity.REFUSED
        set_mark(self._field, "wrong", "yes" if is_refused else "no")
        self._field.setAccessibleDescription(self.words)
        self.setVisible(gravest is not None)
