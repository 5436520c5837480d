"""What filters are typed in: values picked from those the book has, and limits."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import CONTROL_HEIGHT, SPACE_XS
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row

_WIDTH = 380
_HEIGHT = 320
_MANY = 8

Limit = DayField | MoneyField


class PickDialog(Dialog):
    """A list to tick, with a line that narrows it; Space ticks, Enter is done.

    Signals:
        picked: the frozenset of what is ticked, and whether all of it is asked for.
    """

    picked = Signal(object, bool)

    def __init__(
        self,
        title: str,
        values: Collection[str],
        ticked: Collection[str],
        parent: QWidget,
        *,
        needs_all: bool | None = None,
    ) -> None:
        super().__init__(title, *_buttons(), parent)
        self.setMinimumWidth(_WIDTH)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Narrow the choice…"))
        self.line.setAccessibleName(self.tr("Narrow the choice"))
        self.line.setVisible(len(values) > _MANY)
        self.values = QListWidget()
        self.values.setProperty("role", "card")
        self.values.setAccessibleName(title)
        self.values.setMinimumHeight(_HEIGHT)
        self.values.setViewportMargins(SPACE_XS, SPACE_XS, SPACE_XS, SPACE_XS)
        self.needs_all = QCheckBox(self.tr("Only who has all of these"))
        self.needs_all.setVisible(needs_all is not None)
        self.needs_all.setChecked(bool(needs_all))
        self._fill(values, ticked)
        for widget in (self.line, self.values, self.needs_all):
            self.body.addWidget(widget)
        self.line.textChanged.connect(self._on_narrowed)
        (self.line if len(values) > _MANY else self.values).setFocus()

    @property
    def ticked(self) -> frozenset[str]:
        """What is ticked."""
        items = (self.values.item(place) for place in range(self.values.count()))
        return frozenset(
            item.text() for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _fill(self, values: Collection[str], ticked: Collection[str]) -> None:
        for value in sorted(values, key=lambda value: (value not in ticked, value)):
            item = QListWidgetItem(value, self.values)
            item.setSizeHint(QSize(0, CONTROL_HEIGHT))
            is_ticked = value in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.values.setCurrentRow(0)

    def _on_narrowed(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for place in range(self.values.count()):
            item = self.values.item(place)
            item.setHidden(wanted not in item.text().casefold())

    @override
    def accept(self) -> None:
        super().accept()
        self.picked.emit(self.ticked, self.needs_all.isChecked())


class LimitsDialog(Dialog):
    """Two fields, from and to, either of which may stay empty.

    Signals:
        limited: the lower and the upper limit, None where there is none.
    """

    limited = Signal(object, object)

    def __init__(self, title: str, low: Limit, high: Limit, parent: QWidget) -> None:
        super().__init__(title, *_buttons(), parent)
        self.setMinimumWidth(_WIDTH)
        self.low, self.high = low, high
        for field in (low, high):
            set_mark(field, "role", "framed")
        from_ = column(label(self.tr("From"), Role.FIELD_LABEL), low, spacing=SPACE_XS)
        to = column(label(self.tr("To"), Role.FIELD_LABEL), high, spacing=SPACE_XS)
        fields = row()
        fields.addLayout(from_, 1)
        fields.addLayout(to, 1)
        self.body.addLayout(fields)
        low.setFocus()

    @override
    def accept(self) -> None:
        # A field saves what is typed when the focus leaves it.
        self.accept_button.setFocus()
        limits = [self.low.value(), self.high.value()]
        super().accept()
        given = [limit for limit in limits if limit is not None]
        # Who mixes the two up means what lies between them.
        low, high = sorted(given) if len(given) == len(limits) else limits
        self.limited.emit(low, high)


def _buttons() -> tuple[str, str]:
    show = QCoreApplication.translate("ListFilters", "Show these")
    return show, QCoreApplication.translate("ListFilters", "Cancel")
