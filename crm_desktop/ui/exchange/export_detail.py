"""ExportDetail: what was in a sheet that left: its columns, and what of them is sensitive."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.exporting import ColumnChoice, ExportEntry
from crm_desktop.ui.text.canonical import sheet_word, title_word
from crm_desktop.ui.text.exporting import sensitive_sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column

_SIZE: Final = (520, 520)


class ExportDetail(Dialog):
    """Who it went to and what for, then sheet by sheet the titles of the columns that went."""

    def __init__(
        self,
        title: str,
        detail: str,
        entry: ExportEntry,
        columns: Sequence[ColumnChoice],
        parent: QWidget | None = None,
    ) -> None:
        close = QCoreApplication.translate("ExportDetail", "Close")
        super().__init__(title, close, close, parent)
        self.cancel_button.hide()
        self.heading.setWordWrap(True)
        self.resize(*_SIZE)
        went = [each for each in columns if each.key in set(entry.columns)]
        self.body.addWidget(wrapped(detail, Role.SECOND))
        self.body.addWidget(wrapped(sensitive_sentence(went, None)))
        scroll = ScrollColumn()
        comma = QCoreApplication.translate("ExportDetail", ", ")
        for sheet, group in groupby(went, sheet_word):
            titles = wrapped(comma.join(map(title_word, group)), Role.SECOND)
            scroll.content.addLayout(column(label(sheet, Role.STRONG), titles, spacing=SPACE_XS))
        scroll.content.addStretch(1)
        self.body.addWidget(scroll, 1)
