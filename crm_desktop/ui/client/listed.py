"""RecordList: the records of one kind under each other, and a place to add one."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crm_desktop.services.records import Record
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

AT_FIRST: Final = 3
_PORTION: Final = 60
_EACH: Final = 6


class RecordList(QWidget):
    """Rows kept by id, so that a change elsewhere never takes away what she is typing.

    The first few are shown; one press shows all of them, or sixty more where there are many.
    Rows are made a few at a time, so that the window never stands still for them.

    Attributes:
        more: the button that shows more or fewer; a card may put it into its heading.

    Signals:
        settled: what was to be added was let go.
    """

    settled = Signal()

    def __init__(
        self,
        shown: Shown,
        blank: Callable[[], Record],
        *,
        at_first: int = AT_FIRST,
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = shown
        self._blank = blank
        self._at_first = at_first
        self._limit = at_first
        self._records: Sequence[Record] = ()
        self._missing: list[tuple[int, Record]] = []
        self._making: QTimer | None = None
        self._draft: Draft | None = None
        self._put_by: dict[int, Draft] = {}
        self.rows: dict[int, RecordRow] = {}
        self._spare: list[RecordRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._empty = label(empty, Role.SECOND)
        self._empty.setIndent(8)
        self.more = button("", Role.LINK)
        self.more.clicked.connect(self._on_more)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._empty)
        self._whole.addLayout(self._rows)
        self._whole.addLayout(row(self.more, 1))
        self._empty.hide()
        self.more.hide()

    @property
    def draft(self) -> Draft | None:
        """What is being added, None while nothing is."""
        return self._draft

    @property
    def is_blank(self) -> bool:
        """Whether no record is there and none is being added."""
        return not self._records and self._draft is None

    @property
    def is_whole(self) -> bool:
        """Whether every row that is to be seen has been made."""
        return not self._missing

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records in this order."""
        self._records = records
        self._take_up()
        self._empty.setVisible(not records and bool(self._empty.text()) and self._draft is None)
        visible = self._visible(records)
        self._drop({record.id for record in visible})
        # Those known are shown again at once, those new to the list as far as they are few.
        self._missing = list(enumerate(visible))
        self._make(max(self._at_first, len(self.rows)) + _EACH)
        self._say_more(len(records))

    def forget(self) -> None:
        """Let go of the client before: save what was typed, keep closed rows for the next.

        What was begun and not yet added waits until she comes back to that client.
        """
        draft = self._draft
        if draft is not None and draft.is_begun:
            self._let_focus_go(draft)
            self._put_by[draft.client_id] = draft
            self._whole.removeWidget(draft)
            draft.hide()
            self._draft = None
        elif draft is not None:
            self._close(draft)
        for row_ in self.rows.values():
            row_.close_sheet()
            row_.hide()
        self._spare += self.rows.values()
        self.rows = {}
        self._limit, self._records, self._missing = self._at_first, (), []

    def _visible(self, records: Sequence[Record]) -> list[Record]:
        """Return the first, and every one that is open, wherever it stands by now."""
        first = {record.id for record in records[: self._limit]}
        open_ = {id_ for id_, row_ in self.rows.items() if row_.is_open}
        return [record for record in records if record.id in first or record.id in open_]

    def _make(self, count: int) -> None:
        """Show the next rows; what is left is made when nothing else is to be done."""
        for place, record in self._missing[:count]:
            self._place(place, record)
        del self._missing[:count]
        if self._missing:
            if self._making is None:
                self._making = QTimer(self)
                self._making.setSingleShot(True)
                self._making.timeout.connect(self._on_turn)
            self._making.start()

    def _on_turn(self) -> None:
        self._make(_EACH)

    def add(self) -> None:
        """Open a draft above the rows, the cursor in its first field."""
        if self._draft is None:
            blank = self._blank()
            specs = tuple(spec for spec in SPECS[type(blank)] if spec.is_first)
            self._draft = self.make_draft(blank, specs)
            self._draft.added.connect(self._on_added)
            self._draft.left.connect(self._on_left)
            self._draft.mark()
            self._whole.insertWidget(0, self._draft)
            self._empty.hide()
        self._draft.form.begin()

    def make_row(self, record: Record) -> RecordRow:
        """Return the row of a record."""
        return RecordRow(record, self.shown)

    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        """Return the short form by which a record is added."""
        return Draft(blank, self.shown, specs)

    def write(self, record: Record, draft: Draft) -> None:
        """Write what was drafted."""
        del draft
        self.shown.put(record)

    def _place(self, place: int, record: Record) -> None:
        known = self.rows.get(record.id)
        if known is None and self._spare:
            known = self.rows[record.id] = self._spare.pop(0)
            known.show_record(record)
            known.show()
        elif known is None:
            known = self.rows[record.id] = self.make_row(record)
        else:
            # The line may tell of other records too: bills of a visit, dates of a person.
            known.show_record(record)
        if self._rows.indexOf(known) != place:
            self._rows.insertWidget(place, known)

    def _drop(self, kept: set[int]) -> None:
        for id_ in set(self.rows) - kept:
            gone = self.rows.pop(id_)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _say_more(self, count: int) -> None:
        self.more.setVisible(count > self._at_first)
        hidden = count - self._limit
        if hidden <= 0:
            self.more.setText(self.tr("Show fewer"))
        elif hidden <= _PORTION:
            self.more.setText(self.tr("Show all {count}").format(count=count))
        else:
            words = self.tr("Show {portion} more of {count}")
            self.more.setText(words.format(portion=_PORTION, count=count))

    def _on_more(self) -> None:
        shows_all = self._limit >= len(self._records)
        self._limit = self._at_first if shows_all else self._limit + _PORTION
        self.show_records(self._records)

    def _on_added(self, record: Record) -> None:
        draft = self.sender()
        assert isinstance(draft, Draft)  # noqa: S101 - only drafts have the signal
        self.write(record, draft)
        self._close(draft)

    def _on_left(self) -> None:
        draft = self.sender()
        assert isinstance(draft, Draft)  # noqa: S101 - only drafts have the signal
        self._close(draft)
        self._empty.setVisible(not self._records and bool(self._empty.text()))
        self.settled.emit()

    def _take_up(self) -> None:
        """Go on with what was begun for this client before another was shown."""
        if self._draft is None and self._put_by:
            self._draft = self._put_by.pop(self.shown.client_id, None)
            if self._draft is not None:
                self._whole.insertWidget(0, self._draft)
                self._draft.show()

    def _close(self, draft: Draft) -> None:
        """Take a draft away, the one that is seen or one that was put by meanwhile."""
        self._let_focus_go(draft)
        if draft is self._draft:
            self._draft = None
        self._put_by = {id_: each for id_, each in self._put_by.items() if each is not draft}
        draft.hide()
        draft.deleteLater()

    def _let_focus_go(self, draft: Draft) -> None:
        if draft.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
