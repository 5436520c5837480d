"""Roles: the few words by which a widget asks the style sheet for its look."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Role(StrEnum):
    """What a label, button or frame is, in the style sheet's own words."""

    PAGE_TITLE = "page-title"
    SECTION = "section"
    STRONG = "strong"
    SECOND = "second"
    HINT = "hint"
    OK = "ok"
    WARNING = "warning"
    BAD = "bad"
    STRONG_BAD = "strong-bad"
    FIELD_LABEL = "field-label"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"
    ICON = "icon"
    LINK = "link"
    CARD = "card"
    CARD_ALT = "card-alt"
    BAND = "band"
    INPLACE = "inplace"
    SEARCH = "search"
    CODE = "code"
    OPTION = "option"


class Tone(StrEnum):
    """The six meanings a colour may carry."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOLD = "gold"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


def set_role(widget: QWidget, role: Role) -> None:
    """Give `widget` the look of `role`, at once also when it is already shown."""
    set_mark(widget, "role", role)


def set_mark(widget: QWidget, name: str, value: str) -> None:
    """Set the property `name` the style sheet looks at and have the widget styled anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # It is styled when it is first shown; until then there is nothing to undo.
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
