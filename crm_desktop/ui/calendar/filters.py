"""What the calendar shows: a chip for each kind with its count, and whose days."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crm_desktop.domain.day_sheet import Facet, Sieve, Whom
from crm_desktop.ui.calendar.words import ICONS, facet_name, whom_name
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import icon
from crm_desktop.ui.theme.roles import Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.layouts import row

_FACETS: Final = "calendar/facets"
_WHOM: Final = "calendar/whom"
_SIGN: Final = QSize(19, 14)


class CalendarFilters(QWidget):
    """Chips that are pressed in and out; none pressed shows every kind.

    Signals:
        changed: another `Sieve` is wanted.
    """

    changed = Signal(object)

    def __init__(self, remembered: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.sieve = _kept(remembered)
        self.chips: dict[Facet, QPushButton] = {}
        chips = QWidget()
        flow = FlowLayout(chips, spacing=SPACE_S)
        for facet in Facet:
            self.chips[facet] = self._chip(facet)
            flow.addWidget(self.chips[facet])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        choices = [(whom, whom_name(whom)) for whom in Whom]
        self.whom = ChoiceField[Whom](self.tr("Whose days are shown"), choices, self.sieve.whom)
        self.whom.committed.connect(self._on_whom)
        line = row(spacing=SPACE_S)
        line.addWidget(chips, 1)
        line.addWidget(self.whom, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.show_counts({})

    def show_counts(self, counts: Mapping[Facet, int]) -> None:
        """Show how many entries each chip stands for."""
        for facet, chip in self.chips.items():
            pattern = self.tr("{kind} {count}")
            chip.setText(pattern.format(kind=facet_name(facet), count=counts.get(facet, 0)))

    def _chip(self, facet: Facet) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setChecked(facet in self.sieve.facets)
        made.setIconSize(_SIGN)
        set_mark(made, "chip", "yes")
        self._dress(made, facet)
        made.toggled.connect(partial(self._on_toggled, facet))
        return made

    def _dress(self, chip: QPushButton, facet: Facet) -> None:
        pressed = facet in self.sieve.facets
        set_mark(chip, "pill", Tone.ACCENT if pressed else Tone.PLAIN)
        chip.setIcon(icon(ICONS[facet], "accent" if pressed else "text2"))

    def _on_toggled(self, facet: Facet, pressed: bool) -> None:  # noqa: FBT001 - Qt's signal
        facets = self.sieve.facets | {facet} if pressed else self.sieve.facets - {facet}
        self._take(Sieve(facets=facets, whom=self.sieve.whom))
        self._dress(self.chips[facet], facet)

    def _on_whom(self, whom: Whom) -> None:
        self._take(Sieve(facets=self.sieve.facets, whom=whom))

    def _take(self, sieve: Sieve) -> None:
        self.sieve = sieve
        self._remembered.setValue(_FACETS, " ".join(sorted(sieve.facets)))
        self._remembered.setValue(_WHOM, sieve.whom.value)
        self.changed.emit(sieve)


def _kept(remembered: QSettings) -> Sieve:
    """Return what was looked at last; a word of another version is passed over."""
    facets = _known(Facet, str(remembered.value(_FACETS, "")).split())
    whom = _known(Whom, [str(remembered.value(_WHOM, ""))])
    return Sieve(facets=frozenset(map(Facet, facets)), whom=Whom(whom[0]) if whom else Whom.ALL)


def _known(kind: type[Facet] | type[Whom], words: Iterable[str]) -> list[str]:
    values = {each.value for each in kind}
    return [word for word in words if word in values]
