"""ExportAsked: whom a sheet goes to, what for, which clients, and what colleagues call her."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.exporting import ColumnChoice, NamedBefore
from crm_desktop.domain.list_query import Chosen
from crm_desktop.services.smart_lists import SavedList
from crm_desktop.ui.exchange.export_choice import Kind
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.text.exporting import purposes
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column

_LONGEST: Final = 60


class Whose(StrEnum):
    """Which clients go, beside her own lists."""

    ALL = "all"
    MINE = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was answered; `whose` is one of `Whose` or the number of a list of hers.

    Clients `picked` by hand go before that; of all of them `only_changed` leaves out whoever
    reads as in the sheet that person had last.
    """

    to: str = ""
    purpose: str = ""
    whose: Whose | int = Whose.ALL
    consultant: str = ""
    only_changed: bool = False
    picked: Chosen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the book knows for the questions of one kind of export; `picked` counts clients."""

    kind: Kind
    columns: tuple[ColumnChoice, ...]
    named: NamedBefore
    lists: tuple[SavedList, ...]
    consultant: str
    picked: int = 0


class ExportAsked(QWidget):
    """Up to four fields in two columns; those that a kind does not need are hidden.

    Clients `picked` by hand are not asked about. What was answered for one kind is kept while
    she looks at another, until its file is written.

    Attributes:
        to, purpose, consultant: what is typed.
        whose: which clients.
        only_changed: whether, of these, those alone go who changed.
    """

    def __init__(self, picked: Chosen | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked = picked
        self.to = _line(self.tr("Who gets it"), self.tr("Name, for example Manager Wang"))
        self.purpose = _line(self.tr("What for"), "")
        self.consultant = _line(
            self.tr("Your name in the sheet"), self.tr("As your colleagues call you")
        )
        self.whose: ChoiceField[Whose | int] = ChoiceField(
            self.tr("Which clients"), self._choices(()), Whose.ALL
        )
        set_mark(self.whose, "role", "")
        self.only_changed = QCheckBox()
        self._kind = Kind.MANAGER
        self._whose: set[Whose | int] = set(Whose)
        self._offered: dict[Kind, Asked] = {}
        self._kept: dict[Kind, Asked] = {}
        self._wants_name = False
        self._cells: dict[QWidget, QWidget] = {
            field: _under(field) for field in (self.to, self.purpose, self.whose, self.consultant)
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, SPACE_XS, 0, SPACE_XS)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        self._lay_out()

    @property
    def answers(self) -> Asked:
        """What stands in the fields that are shown."""
        shown = self._shown()
        return Asked(
            to=self.to.text().strip() if self.to in shown else "",
            purpose=self.purpose.text().strip() if self.purpose in shown else "",
            whose=self.whose.value() if self.whose in shown else Whose.ALL,
            consultant=self.consultant.text().strip() if self.consultant in shown else "",
            only_changed=self.only_changed.isChecked() and self._may_be_less,
            picked=self._picked,
        )

    def show_kind(self, kind: Kind) -> None:
        """Ask what is asked for this kind of export, with what she answered of it already."""
        if kind is not self._kind:
            self._kept[self._kind] = self._stands()
            self._kind = kind
            self._put(self._kept.pop(kind, Asked()))
        self._lay_out()

    def start_anew(self, kind: Kind) -> None:
        """Forget what was answered for a kind whose file is written."""
        self._kept.pop(kind, None)
        if kind is self._kind:
            self._put(self._offered.get(kind, Asked()))

    def know(self, known: Known) -> None:
        """Offer whom and what was said before, and her lists.

        The person of last time stands, unless she has answered otherwise already.
        """
        suggested = purposes(known.kind.recipient)
        _offer(self.to, known.named.people)
        _offer(self.purpose, [*dict.fromkeys((*known.named.purposes, *suggested))])
        self.purpose.setPlaceholderText(
            self.tr("For example: {purpose}").format(purpose=suggested[0])
        )
        choices = self._choices(known.lists)
        self._whose = {each for each, _ in choices}
        self.whose.offer(
            choices, self.whose.value() if self.whose.value() in self._whose else Whose.ALL
        )
        if self._stands() == self._offered.get(known.kind, Asked()):
            fresh = Asked(to=known.named.people[0] if known.named.people else "")
            self._offered[known.kind] = fresh
            self._put(fresh)
        self._wants_name = not known.consultant
        self._lay_out()

    def _stands(self) -> Asked:
        """Return what stands in the fields of a kind, shown or not."""
        return Asked(
            to=self.to.text(),
            purpose=self.purpose.text(),
            whose=self.whose.value(),
            only_changed=self.only_changed.isChecked(),
        )

    def _put(self, asked: Asked) -> None:
        self.to.setText(asked.to)
        self.to.setCursorPosition(0)
        self.purpose.setText(asked.purpose)
        # A list may be gone since it was chosen for another kind.
        self.whose.set_value(asked.whose if asked.whose in self._whose else Whose.ALL)
        self.only_changed.setChecked(asked.only_changed)

    def _choices(self, lists: Sequence[SavedList]) -> list[tuple[Whose | int, str]]:
        own = self.tr("List: {name}")
        return [
            (Whose.ALL, self.tr("All clients")),
            (Whose.MINE, self.tr("Only mine, not those of colleagues")),
            *((each.id, own.format(name=each.name)) for each in lists),
        ]

    def _shown(self) -> list[QWidget]:
        if self._kind is Kind.JSON:
            return []
        if self._kind is Kind.FLORIST:
            return [self.to, self.purpose]
        whose: list[QWidget] = [self.whose] if self._picked is None else []
        if self._kind is Kind.ME:
            return [*whose, self.purpose]
        return [self.to, self.purpose, *whose, *([self.consultant] * self._wants_name)]

    @property
    def _may_be_less(self) -> bool:
        """Whether what went last time is kept, so that it can be told what changed since."""
        return self._kind in {Kind.MANAGER, Kind.ME}

    def _lay_out(self) -> None:
        shown = self._shown()
        for field, cell in self._cells.items():
            self._grid.removeWidget(cell)
            # What stays is not hidden for a moment: it would lose the focus.
            cell.setVisible(field in shown)
        for place, field in enumerate(shown):
            alone = place % 2 == 0 and place == len(shown) - 1
            self._grid.addWidget(self._cells[field], place // 2, place % 2, 1, 2 if alone else 1)
        below, left = (len(shown) + 1) // 2, Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.only_changed, below, 0, 1, 2, left)
        self.only_changed.setText(
            self.tr("Only those changed since my last sheet")
            if self._kind is Kind.ME
            else self.tr("Only those changed since this person's last sheet")
        )
        self.only_changed.setVisible(self._may_be_less)
        self.setVisible(bool(shown))


def _under(field: QWidget) -> QWidget:
    over = label(field.accessibleName(), Role.FIELD_LABEL)
    over.setBuddy(field)
    cell = QWidget()
    # Both columns are as wide, whatever stands in them.
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    inside: QVBoxLayout = column(over, field, spacing=SPACE_XS)
    cell.setLayout(inside)
    return cell


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMaxLength(_LONGEST)
    completer = QCompleter(QStringListModel(line), line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
    return line


def _offer(line: QLineEdit, words: Sequence[str]) -> None:
    model = line.completer().model()
    if isinstance(model, QStringListModel):
        model.setStringList(list(words))
