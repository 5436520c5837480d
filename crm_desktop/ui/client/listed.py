"""RecordList: the records of one kind under each other, and a place to add one."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

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


class RecordList(QWidget):
    """Rows kept by id, so that a change elsewhere never takes away what she is typing.

    The first few are shown; one press shows all of them.

    Attributes:
        more: the button that shows all or fewer; a card may put it into its heading.
    """

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
        self._shows_all = False
        self._records: Sequence[Record] = ()
        self._draft: Draft | None = None
        self.rows: dict[int, RecordRow] = {}
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

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records in this order."""
        self._records = records
        self._empty.setVisible(not records and bool(self._empty.text()) and self._draft is None)
        visible = records if self._shows_all else records[: self._at_first]
        # An open row stays, wherever its record stands by now.
        visible = [
            record
            for record in records
            if record in visible or (record.id in self.rows and self.rows[record.id].is_open)
        ]
        self._drop({record.id for record in visible})
        for place, record in enumerate(visible):
            self._place(place, record)
        self._say_more(len(records))

    def add(self) -> None:
        """Open a draft above the rows, the cursor in its first field."""
        if self._draft is None:
            blank = self._blank()
            specs = tuple(spec for spec in SPECS[type(blank)] if spec.is_first)
            self._draft = self.make_draft(blank, specs)
            self._draft.added.connect(self._on_added)
            self._draft.left.connect(self._on_left)
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
        if known is None:
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
        words = self.tr("Show fewer") if self._shows_all else self.tr("Show all {count}")
        self.more.setText(words.format(count=count))

    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self.show_records(self._records)

    def _on_added(self, record: Record) -> None:
        if self._draft is not None:
            self.write(record, self._draft)
        self._close_draft()

    def _on_left(self) -> None:
        self._close_draft()
        self._empty.setVisible(not self._records and bool(self._empty.text()))

    def _close_draft(self) -> None:
        if self._draft is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._draft.hide()
            self._draft.deleteLater()
            self._draft = None
