"""The duplicates page: pairs who may be one client, compared and merged, or told apart."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.duplicates import Sureness
from crm_desktop.domain.errors import Cancelled, CrmError, RecordGone
from crm_desktop.domain.records import Change
from crm_desktop.services.duplicates import Alike, Duplicates
from crm_desktop.services.merging import Comparison
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.duplicates.comparison import ComparisonView
from crm_desktop.ui.duplicates.pairs import PairRow, PairsModel
from crm_desktop.ui.duplicates.searching import Searching
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Job, Lane, Latest
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import page_margins, row

_LIST_WIDTH: Final = 304
_ASKED_ANEW: Final = 20
_TELLING: Final = frozenset({"client", "phone", "clinic_card", "client_date", "not_same"})


class DuplicatesPage(QWidget):
    """Looks through the book, or for one client, and takes one pair after the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._client_id = 0
        self._job: Job | None = None
        self._has_looked = False
        self._comparing = Latest(desk.jobs, self)
        self.pairs = PairsModel(self)
        self.list = QListView()
        self.comparison = ComparisonView()
        self.searching = Searching()
        self.again_button = button(self.tr("Look again"), None, Icon.REFRESH)
        self.merge_button = primary(self.tr("Merge into one"), Icon.MERGE)
        self.apart_button = button(self.tr("Not the same"))
        self.later_button = button(self.tr("Later"), Role.QUIET)
        self.swap_button = button(self.tr("Swap sides"), Role.QUIET, Icon.TRANSFER)
        self._is_swapped = False
        self.heading = PageHeading(self.tr("In the book twice?"), self.again_button)
        self.states = QStackedWidget()
        self._build()
        self._connect()

    @property
    def _service(self) -> Duplicates:
        return self._desk.book.duplicates

    def show_client(self, client_id: int) -> None:
        """Look for one client (0: through the whole book), and show what is found."""
        self._client_id = client_id
        self.look()

    def look(self) -> None:
        """Look anew."""
        self._stop()
        self._has_looked = False
        self.pairs.show(())
        self.comparison.clear()
        self.heading.set_detail("")
        self.again_button.setEnabled(False)
        self.searching.begin()
        self.states.setCurrentWidget(self.searching)
        jobs, service = self._desk.jobs, self._service
        if self._client_id:
            work = partial(service.about, self._client_id)
            self._job = jobs.run(self, work, self._on_found, failed=self._on_failed)
        else:
            self._job = jobs.run(
                self,
                service.all,
                self._on_found,
                failed=self._on_failed,
                progress=self.searching.advance,
            )

    def alike(self) -> Alike | None:
        """Return the pair that is shown."""
        place = self.list.currentIndex().row()
        return self.pairs.pairs[place] if 0 <= place < len(self.pairs.pairs) else None

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._desk.routes.back_wanted)
        whole = QVBoxLayout(self)
        page_margins(whole)
        top = row(back, spacing=SPACE_S)
        top.addWidget(self.heading, 1)
        whole.addLayout(top)
        whole.addWidget(self.states, 1)
        self.list.setModel(self.pairs)
        self.list.setItemDelegate(PairRow(self.list))
        self.list.setMouseTracking(True)
        self.list.setSpacing(2)
        self.list.setFixedWidth(scaled(_LIST_WIDTH))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Pairs who may be one client"))
        set_role(self.list, Role.CARD)
        self._none = EmptyState(
            Icon.DONE,
            self.tr("Nobody is in the book twice"),
            self.tr("Phones, names, birthdays and card numbers were compared."),
        )
        self._stopped = EmptyState(
            Icon.SEARCH,
            self.tr("The search was stopped"),
            self.tr("Look again whenever you like; nothing was changed."),
        )
        for state in (self.searching, self._none, self._stopped, self._found()):
            self.states.addWidget(state)

    def _found(self) -> QWidget:
        self.merge_button.setToolTip(self.tr("Make one client of both (Ctrl+Enter)"))
        self.apart_button.setToolTip(self.tr("Two people: never ask again (Ctrl+Backspace)"))
        self.later_button.setToolTip(self.tr("Go on to the next pair (Ctrl+Down)"))
        self.swap_button.setToolTip(
            self.tr("The left one stays, the right one goes into it (Ctrl+Left)")
        )
        card = Card()
        card.body.addWidget(self.comparison, 1)
        keys = ElidedLabel(self.tr("1, 2, 3 choose · Ctrl+Enter merges"), Role.HINT)
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons = row(
            self.later_button, self.swap_button, keys, self.apart_button, self.merge_button
        )
        card.body.addLayout(buttons)
        self._both = QWidget()
        line = row(spacing=SPACE_M)
        line.addWidget(self.list)
        line.addWidget(card, 1)
        self._both.setLayout(line)
        return self._both

    def _connect(self) -> None:
        self.again_button.clicked.connect(self.look)
        self.searching.cancel_wanted.connect(self._on_cancel)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self.comparison.begin)
        self.merge_button.clicked.connect(self._on_merge)
        self.apart_button.clicked.connect(self._on_apart)
        self.later_button.clicked.connect(self._on_later)
        self.swap_button.clicked.connect(self._on_swap)
        self.comparison.client_wanted.connect(self._desk.routes.client_wanted)
        self._desk.edits.changed.connect(self._on_changed)
        for keys, press in (
            ("Ctrl+Return", self.merge_button.click),
            ("Ctrl+Enter", self.merge_button.click),
            ("Ctrl+Backspace", self.apart_button.click),
            ("Ctrl+Down", self.later_button.click),
            ("Ctrl+Left", self.swap_button.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press)

    def _stop(self) -> None:
        if self._job is not None:
            self._desk.jobs.drop(self._job)
            self._job = None

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_found(self, found: Sequence[Alike]) -> None:
        self._job, self._has_looked = None, True
        self.again_button.setEnabled(True)
        self._show(found, 0)

    def _on_failed(self, error: CrmError) -> None:
        self._job = None
        self.again_button.setEnabled(True)
        self.states.setCurrentWidget(self._stopped)
        if not isinstance(error, Cancelled | RecordGone):
            self._desk.jobs.failed.emit(error)

    def _show(self, found: Sequence[Alike], place: int) -> None:
        self.pairs.show(found)
        self.states.setCurrentWidget(self._both if found else self._none)
        sure = sum(one.likeness.sureness in {Sureness.A, Sureness.B} for one in found)
        words = self.tr("{sure} sure or likely, {asked} to be asked")
        told = words.format(sure=f"{sure:,}", asked=f"{len(found) - sure:,}")
        self.heading.set_detail(told if found else "")
        if found:
            self.list.setCurrentIndex(self.pairs.index(min(place, len(found) - 1)))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.comparison.clear()
            self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self, _index: QModelIndex) -> None:
        self._is_swapped = False
        self._compare()

    def _on_swap(self) -> None:
        self._is_swapped = not self._is_swapped
        self._compare()

    def _compare(self) -> None:
        alike = self.alike()
        self._allow(is_shown=False)
        if alike is None:
            return
        left, right = self._sides(alike)
        if self._is_swapped and alike.one is not None:
            alike = replace(alike, one=alike.other, other=alike.one)
        work = partial(self._service.compare, left, right)
        failed = partial(self._on_not_compared, alike)
        self._comparing.run(work, partial(self._on_compared, alike), failed)

    def _sides(self, alike: Alike) -> tuple[int, int]:
        """Return who stays, on the left, and who goes into her."""
        one, other = _pair(alike)
        return (other, one) if self._is_swapped else (one, other)

    def _on_compared(self, alike: Alike, comparison: Comparison) -> None:
        self.comparison.show_pair(alike, comparison)
        self._allow(is_shown=True)

    def _on_not_compared(self, alike: Alike, error: CrmError) -> None:
        """Close a pair of whom one left the book meanwhile: there is nothing to be asked."""
        if not isinstance(error, RecordGone):
            self._desk.jobs.failed.emit(error)
            return
        kept = [one for one in self.pairs.pairs if _pair(one) != _pair(alike)]
        self._show(kept, max(self.list.currentIndex().row(), 0))

    def _allow(self, *, is_shown: bool) -> None:
        for each in (self.merge_button, self.apart_button, self.swap_button):
            each.setEnabled(is_shown)

    def _on_merge(self) -> None:
        alike = self.alike()
        if alike is not None:
            choice, aside = dict(self.comparison.choice()), self.comparison.aside()
            self._write(partial(self._service.merge, *self._sides(alike), choice, aside))

    def _on_apart(self) -> None:
        alike = self.alike()
        if alike is not None:
            pair, on = alike.likeness, today(self._desk.clock)
            self._write(partial(self._service.not_same, pair.one_id, pair.other_id, on))

    def _write(self, work: "partial[Change]") -> None:
        self._allow(is_shown=False)
        done, failed = self._desk.edits.done, self._on_refused
        self._desk.jobs.run(self, work, done, failed=failed, lane=Lane.DATABASE)

    def _on_refused(self, error: CrmError) -> None:
        self._allow(is_shown=True)
        self._desk.jobs.failed.emit(error)

    def _on_later(self) -> None:
        count = self.pairs.rowCount()
        if count:
            place = (self.list.currentIndex().row() + 1) % count
            self.list.setCurrentIndex(self.pairs.index(place))

    def _on_changed(self, change: Change) -> None:
        """Ask again about those who were changed, be it here or by taking something back."""
        if not self._has_looked or not change.tables & _TELLING:
            return
        if len(change.client_ids) > _ASKED_ANEW:
            self._has_looked = False
            self.states.setCurrentWidget(self._stopped)
            return
        ids = change.client_ids
        work = partial(_about_each, self._service, tuple(ids))
        self._desk.jobs.run(self, work, partial(self._on_asked_anew, ids))

    def _on_asked_anew(self, ids: frozenset[int], found: Sequence[Alike]) -> None:
        kept = [one for one in self.pairs.pairs if ids.isdisjoint(_pair(one))]
        wanted = [one for one in found if self._client_id in {0, *_pair(one)}]
        merged = {one.likeness: one for one in (*kept, *wanted)}
        place = max(self.list.currentIndex().row(), 0)
        self._show(sorted(merged.values(), key=_order), place)


def _about_each(service: Duplicates, ids: Sequence[int]) -> list[Alike]:
    """Return whom each may be as well; who left the book meanwhile is nobody any more."""
    found: list[Alike] = []
    for client_id in ids:
        with suppress(RecordGone):
            found += service.about(client_id)
    return found


def _pair(alike: Alike) -> tuple[int, int]:
    return alike.likeness.one_id, alike.likeness.other_id


def _order(alike: Alike) -> tuple[str, int, int]:
    return alike.likeness.order
