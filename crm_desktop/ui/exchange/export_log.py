"""ExportLog: what left the book lately, for whom, how much of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.exporting import ColumnChoice, ExportEntry, Recipient
from crm_desktop.services.book import Book
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline
from crm_desktop.ui.widgets.listing import ListRow

_SYMBOL = 18
_SHEETS = {"workbook", "csv"}
_SYMBOLS = {
    "json": Icon.FILE,
    "briefing": Icon.FILE,
    "calendar": Icon.SMARTPHONE,
    "contacts": Icon.SMARTPHONE,
}


class ExportLog(Card):
    """A card with the ten latest lines of the log; what was in a sheet is told on asking."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSpacing(SPACE_XS)
        self.body.addWidget(label(self.tr("What left the book"), Role.SECTION))
        self._for = {
            Recipient.MANAGER: self.tr("For the manager"),
            Recipient.ME: self.tr("For me"),
            Recipient.FLORIST: self.tr("For the florist"),
        }
        self._shown: list[QWidget] = []

    def reload(self) -> None:
        """Read the log anew."""
        book = self._desk.book
        self._desk.jobs.run(self, lambda: _recent(book), self._on_read, lane=Lane.FILES)

    def _on_read(self, entries: Sequence[ExportEntry]) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        if not entries:
            hint = self.tr("Nothing yet. Every export is written down here.")
            self._add(wrapped(hint, Role.SECOND))
        for number, entry in enumerate(entries):
            if number:
                self._add(hairline())
            self._add(self._line(entry))

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
        self._shown.append(widget)

    def _line(self, entry: ExportEntry) -> ListRow:
        title, detail = self._words(entry)
        symbol = label()
        symbol.setPixmap(icon(_SYMBOLS.get(entry.kind, Icon.SPREADSHEET)).pixmap(_SYMBOL))
        at = day_and_relative(entry.at.date(), today(self._desk.clock))
        when = label(f"{at} {entry.at:%H:%M}", Role.SECOND)
        trailing: list[QWidget] = [when]
        if entry.kind in _SHEETS:
            look = IconButton(Icon.EYE, self.tr("What was in it"))
            look.clicked.connect(partial(self._on_look, entry))
            trailing.append(look)
        return ListRow(title, detail, *trailing, leading=symbol)

    def _on_look(self, entry: ExportEntry) -> None:
        work = partial(_columns, self._desk.book, entry)
        self._desk.jobs.run(self, work, partial(self._on_columns, entry), lane=Lane.FILES)

    def _on_columns(self, entry: ExportEntry, columns: Sequence[ColumnChoice]) -> None:
        from crm_desktop.ui.exchange.export_detail import ExportDetail  # noqa: PLC0415 - rarely wanted

        title, detail = self._words(entry)
        ExportDetail(title, detail, entry, columns, self.window()).open()

    def _words(self, entry: ExportEntry) -> tuple[str, str]:
        """Return what left, and how much of it."""
        if entry.kind == "briefing":
            return self.tr("A briefing about one client"), self.tr("PDF, not encrypted")
        if entry.kind in {"calendar", "contacts"}:
            return self._phone_words(entry)
        title, words = self._for[entry.recipient], self._clients(entry)
        if entry.kind == "json":
            title = self.tr("Everything (JSON)")
        else:
            many = self.tr("{clients}, {count} columns")
            words = counted(len(entry.columns), self.tr("{clients}, 1 column"), many, clients=words)
        if entry.kind == "csv":
            words = self.tr("{what}, as a text table").format(what=words)
        return " · ".join(filter(None, (title, entry.to))), " · ".join(
            filter(None, (entry.purpose, words))
        )

    def _phone_words(self, entry: ExportEntry) -> tuple[str, str]:
        """Return what went to the phone; birthdays are named, for neither file is encrypted."""
        is_calendar = entry.kind == "calendar"
        title = (
            self.tr("Calendar for the phone") if is_calendar else self.tr("Contacts for the phone")
        )
        words = self.tr("{clients}, not encrypted")
        if is_calendar or "birthday" in entry.columns:
            words = self.tr("{clients}, contains birthdays, not encrypted")
        return title, words.format(clients=self._clients(entry))

    def _clients(self, entry: ExportEntry) -> str:
        return counted(entry.clients, self.tr("1 client"), self.tr("{count} clients"))


def _columns(book: Book, entry: ExportEntry) -> tuple[ColumnChoice, ...]:
    return book.exports.columns(entry.recipient)


def _recent(book: Book) -> tuple[ExportEntry, ...]:
    return book.exports.recent()
