"""ColumnsDialog: which columns of our workbook go out, sheet by sheet."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from crm_desktop.domain.exporting import ColumnChoice
from crm_desktop.ui.text.canonical import sheet_word, title_word
from crm_desktop.ui.text.exporting import sensitivity_word
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import colour
from crm_desktop.ui.widgets.buttons import quiet
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import row

_SIZE: Final = (480, 620)
_ROW: Final = 28
_KEY: Final = Qt.ItemDataRole.UserRole


class ColumnsDialog(Dialog):
    """A tree of sheets and columns with ticks; those that say whose row it is always go.

    Signals:
        chosen: the keys that were ticked, None where all of them are.
    """

    chosen = Signal(object)

    def __init__(
        self,
        columns: Sequence[ColumnChoice],
        keys: Collection[str] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ColumnsDialog", "Columns of the workbook"),
            QCoreApplication.translate("ColumnsDialog", "Use these columns"),
            QCoreApplication.translate("ColumnsDialog", "Cancel"),
            parent,
        )
        self.resize(*_SIZE)
        self.all = QCheckBox(self.tr("All columns"))
        self.none_button = quiet(self.tr("None"))
        self.last_button = quiet(self.tr("As last time"))
        self.none_button.setAccessibleName(self.tr("Choose no columns"))
        self._keys = keys
        self.tree = QTreeWidget()
        set_role(self.tree, Role.CARD)
        self.tree.setUniformRowHeights(True)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(self.tr("Columns"))
        hint = self.tr(
            "In the workbook the titles are Chinese. What is sensitive about a column is said "
            "beside it. Your choice is remembered."
        )
        self.body.addWidget(wrapped(hint, Role.SECOND))
        self.body.addLayout(row(self.all, 1, self.last_button, self.none_button))
        self.body.addWidget(self.tree, 1)
        self._items: list[QTreeWidgetItem] = []
        for sheet, group in groupby(columns, sheet_word):
            self._add_sheet(sheet, [column for column in group if not column.is_fixed], keys)
        self.tree.expandAll()
        self._show_all()
        self.tree.itemChanged.connect(self._on_changed)
        self.all.clicked.connect(self._on_all)
        self.none_button.clicked.connect(self._on_none)
        self.last_button.clicked.connect(self._on_last)
        self.accepted.connect(self._on_accepted)

    def _add_sheet(
        self, sheet: str, columns: list[ColumnChoice], keys: Collection[str] | None
    ) -> None:
        top = QTreeWidgetItem(self.tree, [sheet])
        top.setSizeHint(0, QSize(0, scaled(_ROW)))
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        for column in columns:
            item = QTreeWidgetItem(top, [title_word(column)])
            item.setData(0, _KEY, column.key)
            if column.sensitive is not None:
                item.setText(1, sensitivity_word(column.sensitive))
                item.setForeground(1, colour("warn"))
            _tick(item, ticked=keys is None or column.key in keys)
            self._items.append(item)

    def _ticked(self) -> list[str]:
        return [
            item.data(0, _KEY)
            for item in self._items
            if item.checkState(0) == Qt.CheckState.Checked
        ]

    def _show_all(self) -> None:
        ticked = len(self._ticked())
        state = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if ticked == len(self._items) else state)
        self.accept_button.setEnabled(ticked > 0)

    def _on_changed(self) -> None:
        self._show_all()

    def _on_all(self) -> None:
        ticked = not self._is_whole()
        for item in self._items:
            _tick(item, ticked=ticked)
        self._show_all()

    def _on_none(self) -> None:
        for item in self._items:
            _tick(item, ticked=False)

    def _on_last(self) -> None:
        for item in self._items:
            _tick(item, ticked=self._keys is None or item.data(0, _KEY) in self._keys)

    def _is_whole(self) -> bool:
        return len(self._ticked()) == len(self._items)

    def _on_accepted(self) -> None:
        self.chosen.emit(None if self._is_whole() else tuple(self._ticked()))


def _tick(item: QTreeWidgetItem, *, ticked: bool) -> None:
    item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
