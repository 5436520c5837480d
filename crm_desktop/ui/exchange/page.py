"""The page of import and export: drop a list and see what it would change, or write a file."""

import importlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.exporting import ExportReport
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.consolidate_card import ConsolidateCard
from crm_desktop.ui.exchange.drop_area import DropArea, dropped_file
from crm_desktop.ui.exchange.export_card import ExportCard
from crm_desktop.ui.exchange.export_log import ExportLog
from crm_desktop.ui.exchange.past_imports import PastImports
from crm_desktop.ui.exchange.phone_card import PhoneCard
from crm_desktop.ui.exchange.profile_list import ProfileList
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import GUTTER, ScrollColumn, page_margins, row

if TYPE_CHECKING:
    from crm_desktop.ui.exchange.wizard import ImportWizard

_LEAST_HEIGHT = 360
_WIZARD: Final = "crm_desktop.ui.exchange.wizard"


class ExchangePage(QWidget):
    """The two ways at first, then the wizard of an import in their place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAcceptDrops(True)
        self._heading = PageHeading(self.tr("Import / Export"))
        self.drop = DropArea()
        self.export = ExportCard(desk)
        self.phone = PhoneCard(desk)
        self.consolidate = ConsolidateCard(desk)
        self.known = ProfileList(desk)
        self.past = PastImports(desk)
        self.log = ExportLog(desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._start())
        whole = QVBoxLayout(self)
        page_margins(whole)
        # What scrolls has its bar in the margin, so that every page ends at the same line.
        margins = whole.contentsMargins()
        margins.setRight(margins.right() - GUTTER)
        whole.setContentsMargins(margins)
        self._heading.setContentsMargins(0, 0, GUTTER, 0)
        whole.addWidget(self._heading)
        whole.addWidget(self.stack, 1)
        self.setFocusProxy(self.drop)
        self._connect()

    @cached_property
    def wizard(self) -> "ImportWizard":
        """The steps of an import; half of what the page is made of, so that it comes by itself."""
        made: ImportWizard = importlib.import_module(_WIZARD).ImportWizard(self._desk)
        made.setContentsMargins(0, 0, GUTTER, 0)
        made.left.connect(self._on_left)
        made.other_wanted.connect(self._on_choose)
        made.said.connect(self._heading.set_detail)
        self.stack.addWidget(made)
        return made

    def arrive(self) -> None:
        """Bring the questions, the known lists and both logs up to date."""
        self.export.reload()
        self.known.reload()
        self.past.reload()
        self.log.reload()

    def open_file(self, path: Path) -> None:
        """Begin an import of the workbook at `path`."""
        self.stack.setCurrentWidget(self.wizard)
        self.wizard.open(path)

    def _start(self) -> QWidget:
        scroll = ScrollColumn(gutter=GUTTER)
        halves = row(spacing=SPACE_M)
        for half in (self.drop, self.export):
            half.setMinimumHeight(_LEAST_HEIGHT)
            halves.addWidget(half, 1)
        scroll.content.addLayout(halves)
        scroll.content.addWidget(self.phone)
        scroll.content.addWidget(self.consolidate)
        scroll.content.addWidget(self.known)
        scroll.content.addWidget(self.past)
        scroll.content.addWidget(self.log)
        scroll.content.addStretch(1)
        return scroll

    def _connect(self) -> None:
        self.drop.dropped.connect(self.open_file)
        self.drop.choose_wanted.connect(self._on_choose)
        self.export.exported.connect(self._on_exported)
        self.phone.exported.connect(self._on_exported)

    def _on_choose(self) -> None:
        question = FileQuestion(
            title=self.tr("Import a list"),
            kinds=(
                self.tr(
                    "Lists and contacts "
                    "(*.xlsx *.xls *.xlsm *.xlsb *.ods *.fods *.et *.csv *.txt *.vcf)"
                ),
                self.tr("All files (*)"),
            ),
        )
        self._desk.ask.open_file(self, question, self.open_file)

    def _on_left(self) -> None:
        self.stack.setCurrentIndex(0)
        self._heading.set_detail("")
        self.known.reload()
        self.past.reload()
        self.log.reload()

    def _on_exported(self, report: ExportReport) -> None:
        del report
        self.log.reload()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.open_file(path)
