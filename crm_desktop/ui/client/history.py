"""The history of the file: who changed what, a hundred entries at a time."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.services.client_history import HistoryEntry
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.story import told
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.jobs import Latest
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.gradual import Gradual
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_AT_ONCE: Final = 100
_SIDE: Final = 8
_WIDTH: Final = 190
_KINDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (QT_TRANSLATE_NOOP("HistoryCard", "Everything"), ()),
    (
        QT_TRANSLATE_NOOP("HistoryCard", "Her own facts"),
        ("client", "phone", "clinic_card", "tag", "preference", "fact_source"),
    ),
    (QT_TRANSLATE_NOOP("HistoryCard", "Family and days"), ("person", "client_date")),
    (
        QT_TRANSLATE_NOOP("HistoryCard", "Visits, bills, projects"),
        ("visit", "bill", "completed_project", "potential_project", "package", "deposit"),
    ),
    (
        QT_TRANSLATE_NOOP("HistoryCard", "Gifts, talks, promises"),
        ("gift", "contact", "promise", "complaint", "reminder"),
    ),
    (
        QT_TRANSLATE_NOOP("HistoryCard", "Activities, points, consents"),
        ("activity_guest", "points_entry", "consent", "attachment"),
    ),
)


class HistoryCard(FileCard):
    """What was written about her, newest first; read only when she asks for it."""

    is_reused = True
    stays = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("History of the file"), shown, parent)
        self._is_shown = False
        self._reading = Latest(shown.desk.jobs, self)
        self._last: int | None = None
        pairs: list[tuple[tuple[str, ...], str]] = [
            (tables, QCoreApplication.translate("HistoryCard", words)) for words, tables in _KINDS
        ]
        self.kinds = ChoiceField[tuple[str, ...]](self.tr("What to show"), pairs, ())
        self.kinds.setFixedWidth(_WIDTH)
        self.kinds.committed.connect(self._on_kind)
        self._show = button(self.tr("Show"), Role.LINK)
        self._show.clicked.connect(self._on_show)
        self.put_action(self.kinds)
        self.put_action(self._show)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._filling = Gradual(self._lines, self)
        self.older = button(self.tr("Older"), Role.LINK)
        self.older.clicked.connect(self._on_older)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.older, 1))
        self._say()

    @override
    def show_file(self) -> None:
        if self._is_shown:
            self._read_anew()

    @override
    def forget(self) -> bool:
        self._is_shown = False
        self._clear()
        self._say()
        return super().forget()

    def open(self) -> None:
        """Show the history."""
        if not self._is_shown:
            self._on_show()

    def _say(self) -> None:
        self._show.setText(self.tr("Hide") if self._is_shown else self.tr("Show"))
        told = self.tr("Hide the history of the file")
        self._show.setAccessibleName(
            told if self._is_shown else self.tr("Show the history of the file")
        )
        self.kinds.setVisible(self._is_shown)
        self.older.hide()

    def _on_show(self) -> None:
        self._is_shown = not self._is_shown
        self._clear()
        self._say()
        if self._is_shown:
            self._read_anew()

    def _on_kind(self, _tables: object) -> None:
        self._read_anew()

    def _on_older(self) -> None:
        self._read(self._last)

    def _read_anew(self) -> None:
        self._read(None)

    def _read(self, before: int | None) -> None:
        tables = self.kinds.value() or ()
        history = self.shown.clients.history
        work = partial(history, self.shown.client_id, _AT_ONCE, before, tables)
        self._reading.run(work, partial(self._on_read, before))

    def _on_read(self, before: int | None, entries: Sequence[HistoryEntry]) -> None:
        if before is None:
            self._clear()
        self._filling.fill([partial(self._line, entry) for entry in entries])
        self._last = entries[-1].id if entries else before
        self.older.setVisible(len(entries) == _AT_ONCE)
        if not entries and before is None:
            nothing = label(self.tr("Nothing was written here by hand yet."), Role.SECOND)
            nothing.setContentsMargins(_SIDE, 0, 0, 0)
            self._lines.addWidget(nothing)

    def _line(self, entry: HistoryEntry) -> QWidget:
        head, facts = told(entry, self.shown)
        line = QWidget()
        inside = QVBoxLayout(line)
        inside.setContentsMargins(_SIDE, 0, _SIDE, 6)
        inside.setSpacing(0)
        inside.addWidget(label(head, Role.HINT))
        if facts:
            inside.addWidget(wrapped(facts))
        return line

    def _clear(self) -> None:
        self._filling.fill(())
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
