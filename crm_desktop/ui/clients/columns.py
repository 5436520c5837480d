"""Which columns the list shows, in which order and how wide: remembered on this computer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSettings

from crm_desktop.ui.clients.model import Column

_KEPT: Final = "clients/columns"
_WIDEST: Final = 1_200
NARROWEST: Final = 64

SHARES: Final[Mapping[Column, int]] = {
    Column.NAME: 208,
    Column.TIER: 104,
    Column.YEAR: 166,
    Column.LAST_VISIT: 112,
    Column.NEXT: 232,
    Column.POTENTIAL: 140,
    Column.MISSING: 148,
    Column.PHONE: 130,
    Column.WECHAT: 120,
    Column.PAID_YEAR: 130,
    Column.VISITS_YEAR: 130,
    Column.PAID_TOTAL: 120,
    Column.SESSIONS: 104,
    Column.TAGS: 160,
    Column.OWNER: 110,
    Column.SOURCE: 120,
    Column.OCCUPATION: 120,
    Column.FIRST_CONTACT: 120,
}
"""How wide a column is beside the others, and at least when there are many."""

USUAL: Final = tuple(Column)[: Column.MISSING + 1]
"""The columns shown until she chooses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns shown, from the left; `widths` only of those she drew."""

    shown: tuple[Column, ...] = USUAL
    widths: tuple[int, ...] = ()

    def toggled(self, column: Column) -> "Layout":
        """Return the layout with a column shown behind the others, or shown no more."""
        kept = tuple(each for each in self.shown if each is not column)
        return Layout(shown=kept if column in self.shown else (*kept, column))


def remembered_layout(remembered: QSettings) -> Layout:
    """Return what was shown last; what is no column of this version is passed over."""
    try:
        kept = json.loads(str(remembered.value(_KEPT, "")))
        pairs = [(Column[name.upper()], int(width)) for name, width in kept if _is_known(name)]
    except (ValueError, TypeError, AttributeError):
        return Layout()
    shown = tuple(dict.fromkeys(column for column, _ in pairs))
    if len(shown) != len(pairs) or shown[:1] != (Column.NAME,):
        return Layout()
    widths = tuple(min(max(width, NARROWEST), _WIDEST) for _, width in pairs)
    return Layout(shown=shown, widths=widths if all(width for _, width in pairs) else ())


def remember(remembered: QSettings, layout: Layout) -> None:
    """Keep a layout; a width of 0 says that she drew none."""
    widths: Sequence[int] = layout.widths or [0] * len(layout.shown)
    pairs = zip(layout.shown, widths, strict=True)
    kept = [(column.name.lower(), width) for column, width in pairs]
    remembered.setValue(_KEPT, json.dumps(kept))


def _is_known(name: object) -> bool:
    return isinstance(name, str) and name.upper() in Column.__members__
