"""The step of columns: each with its heading, samples of what stands in it, and its field."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.sheet_lists import Lists, lacking
from crm_desktop.ui.exchange.sheet_head import SheetHead
from crm_desktop.ui.exchange.tabs import Tabs
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.importing import field_word
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import ScrollColumn, row
from crm_desktop.ui.widgets.layouts import column as column_of
from crm_desktop.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from crm_desktop.services.import_columns import ListColumn
    from crm_desktop.services.import_sheets import ListSheet

AnyField = Field | BillField
_TAKEN: Final = (Lists.CLIENTS, Lists.BILLS)
"""What the only sheet of a file may list."""

_CHOICE_WIDTH: Final = 230
_STATE_WIDTH: Final = 190
_HEADING_WIDTH: Final = 210
_AT_ONCE: Final = 8
"""Lines made in one go."""


class ColumnsStep(QWidget):
    """The table of columns.

    Attributes:
        above: the layout over the table, for what is to be said of the whole list.

    Signals:
        chosen: a heading, the field it is to be read as (None: not read), and its sheet.
        sheet_said: a sheet, and the `Lists` it is to be taken for.
        back_wanted: another file is wanted.
        compare_wanted: the columns are right.
    """

    chosen = Signal(str, object, str)
    sheet_said = Signal(str, object)
    back_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._headings: list[str] = []
        self._heads: dict[str, SheetHead] = {}
        self._tab = ""
        self._tables: dict[str, QWidget] = {}
        self._columns: dict[str, ListColumn] = {}
        self._left: deque[partial[None]] = deque()
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)
        self.tabs = Tabs()
        self.tabs.chosen.connect(self._on_tab)
        self._summary = ElidedLabel("", Role.SECOND)
        self._card = Card()
        self._scroll = ScrollColumn()
        self._scroll.content.addWidget(self._card)
        self.back_button = button(self.tr("Another file"), None, Icon.BACK)
        self.back_button.clicked.connect(self.back_wanted)
        self.compare_button = primary(self.tr("Compare with the book"), Icon.FORWARD)
        self.compare_button.clicked.connect(self.compare_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_M)
        self.above = QVBoxLayout()
        self.above.setSpacing(SPACE_S)
        whole.addLayout(self.above)
        whole.addWidget(self.tabs)
        whole.addWidget(self._scroll, 1)
        below = row(self.back_button)
        below.addWidget(self._summary, 1)
        below.addWidget(self.compare_button)
        whole.addLayout(below)

    def show_columns(
        self, columns: "tuple[ListColumn, ...]", sheets: "Sequence[ListSheet]"
    ) -> None:
        """Show the columns; those of the same list keep their places and their focus."""
        self._columns = {f"{column.sheet}\n{column.heading}": column for column in columns}
        headings = [f"{sheet.name}\n{sheet.lists}" for sheet in sheets] + list(self._columns)
        if headings != self._headings:
            self._headings = headings
            self._rebuild(columns, sheets)
        for heading, line in self._lines.items():
            line.show_column(self._columns[heading])
        open_ones = self._show_lacks(columns, sheets)
        taken = [each for each in sheets if each.lists is not Lists.NOTHING]
        can_be_read = len(open_ones) < len(taken)
        read = sum(column.field is not None for column in columns)
        words = self.tr("{read} of {count} columns are read").format(read=read, count=len(columns))
        if open_ones and can_be_read:
            without = self.tr("without what is not all said yet: {sheets}")
            words += " · " + without.format(sheets=self.tr(", ", "between sheets").join(open_ones))
        self._summary.setText(words)
        self.compare_button.setEnabled(can_be_read)

    def focus_sheet(self) -> None:
        """Give the focus to what the sheet that is looked at lists."""
        if self._tab in self._heads:
            self._heads[self._tab].choice.setFocus()

    def _show_lacks(
        self, columns: "Sequence[ListColumn]", sheets: "Sequence[ListSheet]"
    ) -> list[str]:
        """Say what is missing where; return the sheets that cannot be read yet."""
        open_ones = []
        for sheet in sheets:
            self._heads[sheet.name].choice.set_value(sheet.lists)
            fields = [one.field for one in columns if one.sheet == sheet.name and one.field]
            lacks = lacking(sheet.lists, fields)
            self._heads[sheet.name].show_lacks(lacks)
            if lacks:
                open_ones.append(sheet.name)
        return open_ones

    def _rebuild(self, columns: "tuple[ListColumn, ...]", sheets: "Sequence[ListSheet]") -> None:
        while (item := self._card.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines, self._tables, self._heads = {}, {}, {}
        self._left.clear()
        names = [sheet.name for sheet in sheets]
        for sheet in sheets:
            of_sheet = [column for column in columns if column.sheet == sheet.name]
            self._add_sheet(sheet, of_sheet, tuple(Lists) if len(names) > 1 else _TAKEN)
        tab = self._tab if self._tab in names else names[0] if names else ""
        self.tabs.offer(names, tab)
        self.tabs.setVisible(len(names) > 1)
        self._on_tab(tab)
        self._on_turn()

    def _add_sheet(
        self, sheet: "ListSheet", columns: "Sequence[ListColumn]", offered: Sequence[Lists]
    ) -> None:
        head = SheetHead(sheet.name, sheet.lists, offered)
        head.said.connect(self.sheet_said)
        self._heads[sheet.name] = head
        if sheet.lists is Lists.NOTHING:
            below: QWidget = label(self.tr("To take it in, say above what it lists."), Role.SECOND)
        else:
            below = self._table(columns, _fields_of(columns, is_bills=sheet.lists is Lists.BILLS))
        table = QWidget()
        table.setLayout(column_of(head, below, spacing=SPACE_M))
        self._tables[sheet.name] = table
        self._card.body.addWidget(table)

    def _on_turn(self) -> None:
        """Make the next lines; a list of many columns would hold up the screen at once."""
        for _ in range(min(_AT_ONCE, len(self._left))):
            self._left.popleft()()
        if self._left:
            self._turn.start()
        else:
            self._turn.stop()

    def _table(self, columns: "Sequence[ListColumn]", fields: Sequence[AnyField]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        grid.setColumnStretch(2, 1)
        for place, words in enumerate(
            ("", self.tr("Heading"), self.tr("What stands in it"), self.tr("Read as"), "")
        ):
            grid.addWidget(label(words, Role.FIELD_LABEL), 0, place)
        choices = _choices(self.tr("Do not read"), fields)
        for number, column in enumerate(columns, start=1):
            heading = f"{column.sheet}\n{column.heading}"
            self._left.append(partial(self._add_line, grid, number, heading, choices, fields))
        return table

    def _add_line(
        self,
        grid: QGridLayout,
        number: int,
        heading: str,
        choices: QStandardItemModel,
        fields: Sequence[AnyField],
    ) -> None:
        line = _Line(self._columns[heading], choices, fields)
        line.box.picked.connect(self.chosen)
        line.hint.clicked.connect(self._on_suggestion)
        for place, widget in enumerate(line.widgets):
            grid.addWidget(widget, number, place)
        line.show_column(self._columns[heading])
        self._lines[heading] = line

    def _on_tab(self, sheet: str) -> None:
        self._tab = sheet
        for name, table in self._tables.items():
            table.setVisible(name == sheet)
        self._scroll.verticalScrollBar().setValue(0)

    def _on_suggestion(self) -> None:
        pressed = self.sender()
        line = next(line for line in self._lines.values() if line.hint is pressed)
        self.chosen.emit(line.box.heading, line.suggested, line.box.sheet)


class _Line:
    """The widgets of one column."""

    def __init__(
        self, column: "ListColumn", choices: QStandardItemModel, fields: Sequence[AnyField]
    ) -> None:
        self.suggested = column.suggested
        heading = ElidedLabel(column.heading, Role.STRONG)
        heading.setFixedWidth(_HEADING_WIDTH)
        samples = ElidedLabel(_in_a_line(column.samples), Role.SECOND)
        self.box = _FieldBox(column, choices, fields)
        self.box.setFixedWidth(_CHOICE_WIDTH)
        self.hint = button("")
        set_mark(self.hint, "pill", Tone.ACCENT)
        self.state = Pill("")
        end = QWidget()
        end.setFixedWidth(_STATE_WIDTH)
        end.setLayout(row(self.hint, self.state, 1))
        self.widgets = (label(column.letter, Role.HINT), heading, samples, self.box, end)

    def show_column(self, column: "ListColumn") -> None:
        """Show what the column is read as."""
        self.box.show_field(column.field)
        is_open = column.field is None and column.suggested is not None
        self.hint.setVisible(is_open)
        if is_open:
            pattern = QCoreApplication.translate("ColumnsStep", "Perhaps {field}?")
            self.hint.setText(pattern.format(field=field_word(column.suggested)))
        unknown = column.field is None and not is_open
        self.state.setVisible(unknown)
        self.state.say(QCoreApplication.translate("ColumnsStep", "Not read"), Tone.WARN)


class _FieldBox(QComboBox):
    """Every field in words, and *do not read*.

    Signals:
        picked: the heading, the field (None: not read), and the sheet.
    """

    picked = Signal(str, object, str)

    def __init__(
        self, column: "ListColumn", choices: QStandardItemModel, fields: Sequence[AnyField]
    ) -> None:
        super().__init__()
        self.heading, self.sheet, self._fields = column.heading, column.sheet, fields
        self.setModel(choices)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Read {heading} as").format(heading=column.heading))
        self.activated.connect(self._on_picked)

    def show_field(self, field: AnyField | None) -> None:
        """Show `field` as what is chosen."""
        self.setCurrentIndex(0 if field is None else self._fields.index(field) + 1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the list past a box must not change what is in it.
        event.ignore()

    def _on_picked(self, index: int) -> None:
        self.picked.emit(self.heading, self._fields[index - 1] if index else None, self.sheet)


def _in_a_line(samples: tuple[str, ...]) -> str:
    return "   ·   ".join(" ".join(sample.split()) for sample in samples)


def _fields_of(columns: "Sequence[ListColumn]", *, is_bills: bool) -> tuple[AnyField, ...]:
    """Return what columns of a sheet may be read as; on bills also what was found beside them."""
    if not is_bills:
        return tuple(Field)
    found = [one.field for one in columns if one.field is not None]
    return (*BillField, *(one for one in dict.fromkeys(found) if one not in set(BillField)))


def _choices(nothing: str, fields: Sequence[AnyField]) -> QStandardItemModel:
    """Return the words the boxes of a sheet offer, made once."""
    model = QStandardItemModel()
    for words in (nothing, *map(field_word, fields)):
        model.appendRow(QStandardItem(words))
    return model
