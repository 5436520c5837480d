"""SummaryDialog: what an import of before meant, opened again."""

from functools import partial

from PySide6.QtWidgets import QWidget

from crm_desktop.clock import today
from crm_desktop.services.import_log import PastImport
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.naming import names_of
from crm_desktop.ui.exchange.summary_lines import SummaryLines
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.import_summary import counts_words, kind_word
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn

_WIDTH = 560
_HEIGHT = 520


class SummaryDialog(Dialog):
    """Counts, then the lines with whom they are about; a name opens her page."""

    def __init__(self, desk: Desk, past: PastImport, parent: QWidget | None = None) -> None:
        super().__init__(past.file, "", "", parent)
        self._desk = desk
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        on = today(desk.clock)
        when = f"{kind_word(past.kind)} · {day_and_relative(past.at.date(), on)} {past.at:%H:%M}"
        told = "\n".join(filter(None, (when, counts_words(past.counts))))
        self.heading.setWordWrap(True)
        self.body.addWidget(wrapped(told, Role.SECOND))
        self.lines = SummaryLines()
        self.lines.client_wanted.connect(self._on_client)
        self.lines.show_summary(past.summary, past.at.date())
        scroll = ScrollColumn()
        scroll.content.addWidget(self.lines)
        scroll.content.addStretch(1)
        self.body.addWidget(scroll, 1)
        self.resize(_WIDTH, _HEIGHT)
        work = partial(names_of, desk.book, past.summary.client_ids, on)
        desk.jobs.run(self, work, self.lines.show_names)

    def _on_client(self, client_id: int) -> None:
        self.accept()
        self._desk.routes.client_wanted.emit(client_id)
