"""The step of looking: what every row comes to, before anything is written."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.import_plan import (
    Accept,
    ImportPlan,
    ListKind,
    Outcome,
    PlannedRow,
)
from crm_desktop.ui.exchange.count_cards import CountCards
from crm_desktop.ui.exchange.overview import Overview
from crm_desktop.ui.exchange.plan_model import NAME, OUTCOME, PLACE, WHAT, PlanModel
from crm_desktop.ui.exchange.row_detail import RowDetail
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.import_sources import is_grave, notes_on
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_ROW_HEIGHT: Final = 40
_PLACE_WIDTH: Final = 128
"""Where a row is named by its sheet too."""
_SHEET_WIDTH: Final = 120
"""However long the name of a sheet is."""
_WITH_COLUMNS: Final = {ListKind.OWN_LIST, ListKind.CLINIC}
_WIDTHS: Final = {PLACE: 76, NAME: 152, OUTCOME: 110}


class PreviewStep(QWidget):
    """Counts that filter, the rows, one row in full, and the choices for the whole list.

    Signals:
        big_wanted: whether the people of the list are marked as big clients.
        known_wanted: whether whoever is not in the book yet is passed over.
        accept_wanted: the `Accept` for every difference.
        decided: a row, a field and the `Accept` that wins there.
        answered: a row and the id of the client it is about, 0 for somebody new.
        conflicts_wanted: the open differences, one after the other.
        names_wanted: the ids of clients whose names are to be shown.
        back_wanted: the columns once more.
        apply_wanted: write it.
    """

    big_wanted = Signal(bool)
    known_wanted = Signal(bool)
    accept_wanted = Signal(object)
    decided = Signal(object, str, object)
    answered = Signal(object, int)
    conflicts_wanted = Signal()
    names_wanted = Signal(object)
    back_wanted = Signal()
    apply_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Overview | None = None
        self._names: dict[int, str] = {}
        self.cards = CountCards()
        self.model = PlanModel(self)
        self.table = self._make_table()
        self.detail = RowDetail()
        self.moved = Band(
            self.tr(
                "The book has changed meanwhile. Nothing was written; this is how the list "
                "compares with it now."
            )
        )
        self.notes = Band("")
        self.same = QCheckBox(self.tr("Unchanged rows too"))
        self.sheet: ChoiceField[str] = ChoiceField(self.tr("Sheet"), self._all_sheets(), "")
        set_mark(self.sheet, "role", "")
        self.sheet.setFixedWidth(_SHEET_WIDTH)
        self.conflicts_button = button(self.tr("What you decided…"), None, Icon.CHECK_LIST)
        self.big = QCheckBox(self.tr("Mark these people as big clients"))
        self.big.setToolTip(self.tr("Big clients are told of two days ahead, others on the day."))
        self.known = QCheckBox(self.tr("Only people in the book"))
        self.known.setToolTip(
            self.tr("Contacts who are no clients of yours are passed over; nobody new is added.")
        )
        self.troubled = QCheckBox("")
        self.accept = ChoiceField(
            self.tr("Where both differ"),
            (
                (Accept.MINE, self.tr("Keep mine everywhere")),
                (Accept.THEIRS, self.tr("Take the list everywhere")),
            ),
            Accept.MINE,
        )
        set_mark(self.accept, "role", "")
        self._accept_label = label(self.accept.accessibleName())
        self.back_button = button(self.tr("Columns"), None, Icon.BACK)
        self.apply_button = primary(self.tr("Import"), Icon.CHECK)
        self._safe = label(
            self.tr("A backup is made first. One click takes it all back."), Role.SECOND
        )
        self._build()
        self._connect()

    def show_plan(self, seen: Overview, *, moved: bool) -> None:
        """Show a plan; the row that was looked at stays in view."""
        before = self.model.row(self.table.currentIndex())
        plan, only, counts = seen.plan, self.model.only, seen.counts
        if self._seen is None:
            only = None
            self.same.setChecked(counts[Outcome.SAME] in {len(plan.rows), 0})
            self.sheet.set_value("")
        self._seen = seen
        self.moved.setVisible(moved)
        self.table.setColumnWidth(PLACE, _PLACE_WIDTH if len(seen.sheets) > 1 else _WIDTHS[PLACE])
        self._show_notes(seen)
        self._show_sheets(seen.sheets)
        self._show_choices(seen)
        self._show_buttons(seen)
        self.cards.show_counts(counts, seen.listed)
        self._filter(only if only is not None and counts[only] else None, before)
        wanted = seen.candidates - self._names.keys()
        if wanted:
            self.names_wanted.emit(wanted)

    def forget(self) -> None:
        """Let go of the list; another one begins with all its rows."""
        self._seen = None
        self.model.clear()

    def _show_notes(self, seen: Overview) -> None:
        plan = seen.plan
        notes = notes_on(plan)
        if seen.says_nothing:
            notes.append(self.tr("The list and the book say the same; there is nothing to import."))
        self.notes.setVisible(bool(notes))
        self.notes.say("\n".join(notes), Tone.WARN if is_grave(plan) else Tone.PLAIN)

    def _all_sheets(self) -> tuple[tuple[str, str], ...]:
        return (("", self.tr("All sheets")),)

    def _show_sheets(self, names: Sequence[str]) -> None:
        """Offer the sheets the rows are from; the one that is shown stays."""
        chosen = self.sheet.value()
        offered = (*self._all_sheets(), *((name, name) for name in names))
        self.sheet.offer(offered, chosen if chosen in names else "")
        self.sheet.setVisible(len(names) > 1)

    def _show_choices(self, seen: Overview) -> None:
        """Show what can be said of the list as a whole; our own workbook has none of it."""
        options, kind = seen.plan.options, seen.plan.options.kind
        self.known.setVisible(kind is ListKind.CONTACTS)
        self.big.setVisible(kind is not ListKind.ROUNDTRIP)
        is_asked = kind is not ListKind.ROUNDTRIP
        self.accept.setVisible(is_asked)
        self._accept_label.setVisible(is_asked)
        self.back_button.setText(
            self.tr("Columns") if kind in _WITH_COLUMNS else self.tr("Another file")
        )
        for box, value in ((self.big, options.mark_big), (self.known, options.known_only)):
            with QSignalBlocker(box):
                box.setChecked(value)
        self.accept.set_value(options.accept)
        words = self.tr("Only rows with problems ({count})")
        self.troubled.setText(words.format(count=f"{seen.troubled:,}"))
        self.troubled.setVisible(seen.troubled > 0)
        self.same.setVisible(0 < seen.counts[Outcome.SAME] < len(seen.plan.rows))

    def _show_buttons(self, seen: Overview) -> None:
        plan, writes, left = seen.plan, seen.writes, seen.left
        self.apply_button.setEnabled(not plan.writes_nothing or bool(plan.bases))
        words = counted(writes, self.tr("Import 1 row"), self.tr("Import {count} rows"))
        if not writes:
            words = self._agreeing(plan) if plan.bases else self.tr("Nothing to import")
        self.apply_button.setText(words)
        one, many = self.tr("Decide 1 difference…"), self.tr("Decide {count} differences…")
        words = counted(left, one, many) if left else self.tr("What you decided…")
        self.conflicts_button.setText(words)
        is_asked = bool(left or plan.options.decided or plan.options.who)
        self.conflicts_button.setVisible(is_asked)

    def _agreeing(self, plan: ImportPlan) -> str:
        """Return what it is called to take in a list that changes nothing in the book."""
        if plan.options.decided or plan.options.who:
            return self.tr("Remember what you decided")
        return self.tr("Remember that we agree")

    def show_names(self, names: Mapping[int, str]) -> None:
        """Learn who the candidates are."""
        self._names.update(names)
        self._show_row(self.model.row(self.table.currentIndex()))

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_M)
        whole.addWidget(self.moved)
        whole.addWidget(self.notes)
        whole.addWidget(self.cards)
        whole.addLayout(
            row(
                self.big,
                self.known,
                self.same,
                self.troubled,
                1,
                self.sheet,
                self._accept_label,
                self.accept,
                spacing=SPACE_M,
            )
        )
        whole.addLayout(row(self.table, self.detail, spacing=SPACE_M), 1)
        whole.addLayout(
            row(
                self.back_button,
                1,
                self._safe,
                self.conflicts_button,
                self.apply_button,
                spacing=SPACE_M,
            )
        )

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setProperty("role", "card")
        table.setAccessibleName(self.tr("Rows of the list"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            table.setColumnWidth(section, width)
        return table

    def _connect(self) -> None:
        self.cards.chosen.connect(self._on_outcome)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.detail.decided.connect(self.decided)
        self.detail.answered.connect(self.answered)
        self.troubled.toggled.connect(self._on_troubled)
        self.same.toggled.connect(self._on_troubled)
        self.sheet.committed.connect(self._on_troubled)
        self.conflicts_button.clicked.connect(self.conflicts_wanted)
        self.big.toggled.connect(self.big_wanted)
        self.known.toggled.connect(self.known_wanted)
        self.accept.committed.connect(self.accept_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.apply_button.clicked.connect(self.apply_wanted)

    def _filter(self, only: Outcome | None, before: PlannedRow | None) -> None:
        if self._seen is None:
            return
        self.model.show(
            self._seen,
            only,
            with_problems=self.troubled.isChecked(),
            with_same=self.same.isChecked(),
            sheet=self.sheet.value() or "",
        )
        self.cards.mark(only)
        found = QModelIndex() if before is None else self.model.index_of(before)
        found = found if found.isValid() else self.model.index(0, 0)
        self.table.setCurrentIndex(found)
        if not found.isValid():
            self._show_row(None)

    def _show_row(self, shown: PlannedRow | None) -> None:
        self.detail.show_row(shown, self._names, None if self._seen is None else self._seen.plan)

    def _on_outcome(self, only: Outcome | None) -> None:
        self._filter(only, self.model.row(self.table.currentIndex()))

    def _on_troubled(self) -> None:
        self._on_outcome(self.model.only)

    def _on_current(self, index: QModelIndex) -> None:
        self._show_row(self.model.row(index))
