"""The suppliers: florists, cake shops, who else she orders from, in her order."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.records import Change, Supplier
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.reminding.supplier import SupplierDialog
from crm_desktop.ui.text.briefing_words import joined
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row
from crm_desktop.ui.widgets.listing import ListRow


class SuppliersCard(Card):
    """A card with a row for each, in the order she gives them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.suppliers: tuple[Supplier, ...] = ()
        self.add_button = button(self.tr("Add a supplier…"), None, Icon.PLUS)
        self.rows = QWidget()
        self._lines = QVBoxLayout(self.rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.body.setSpacing(SPACE_S)
        title = label(self.tr("Suppliers"), Role.SECTION)
        self.body.addLayout(row(title, 1, self.add_button))
        hint = self.tr("The florist, the cake shop: to be picked on the workbench of a day.")
        self.body.addWidget(wrapped(hint, Role.SECOND))
        self.body.addWidget(self.rows)
        self.add_button.clicked.connect(self._on_add)
        desk.edits.changed.connect(self._on_changed)

    def load(self) -> None:
        """Read the suppliers anew."""
        self._desk.jobs.run(self, self._read, self._on_read)

    def _read(self) -> tuple[Supplier, ...]:
        return self._desk.book.suppliers.list(used_first=False)

    def _on_read(self, suppliers: tuple[Supplier, ...]) -> None:
        self.suppliers = suppliers
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, supplier in enumerate(suppliers):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addWidget(self._line(place, supplier))
        self.rows.setVisible(bool(suppliers))

    def _line(self, place: int, supplier: Supplier) -> ListRow:
        up = IconButton(Icon.UP, self.tr("Move up: {name}").format(name=supplier.name))
        up.setEnabled(place > 0)
        up.clicked.connect(partial(self._on_up, place))
        edit = IconButton(Icon.EDIT, self.tr("Change: {name}").format(name=supplier.name))
        edit.clicked.connect(partial(self._ask, supplier))
        away = IconButton(Icon.TRASH, self.tr("Remove: {name}").format(name=supplier.name))
        away.clicked.connect(partial(self._on_remove, supplier.id))
        detail = joined(supplier.trade, supplier.phone, supplier.wechat)
        line = ListRow(supplier.name, detail, up, edit, away)
        line.say(supplier.name, detail, supplier.notes.replace("\n", " "))
        return line

    def _on_add(self) -> None:
        self._ask(Supplier())

    def _ask(self, supplier: Supplier) -> None:
        dialog = SupplierDialog(supplier, self.window())
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, supplier: Supplier) -> None:
        self._write(partial(_save, self._desk, supplier))

    def _on_remove(self, supplier_id: int) -> None:
        self._write(partial(_remove, self._desk, supplier_id))

    def _on_up(self, place: int) -> None:
        ids = [one.id for one in self.suppliers]
        ids[place - 1], ids[place] = ids[place], ids[place - 1]
        self._write(partial(_arrange, self._desk, ids))

    def _write(self, work: "partial[Change]") -> None:
        self._desk.jobs.run(self, work, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_changed(self, change: Change) -> None:
        if "supplier" in change.tables and self.isVisible():
            self.load()


# The service is made by the first call, away from the window.
def _save(desk: Desk, supplier: Supplier) -> Change:
    return desk.book.suppliers.save(supplier)


def _remove(desk: Desk, supplier_id: int) -> Change:
    return desk.book.suppliers.remove(supplier_id)


def _arrange(desk: Desk, ids: list[int]) -> Change:
    return desk.book.suppliers.arrange(ids)
