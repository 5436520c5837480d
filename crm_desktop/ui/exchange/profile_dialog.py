"""ProfileDialog: under what name a list is remembered, and what else is known of it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.reading_rules import CAN_BE_OWNED, BlankRule, DateOrder, ReadingRules
from crm_desktop.ui.exchange.profile_defaults import ProfileDefaults
from crm_desktop.ui.text.importing import field_word
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column

_WIDTH = 680
_MOST_HEIGHT = 480
_IN_A_LINE = 3
_ORDERS = (DateOrder.YEAR_FIRST, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)


class ProfileDialog(Dialog):
    """Asks for a name, and lets her say how cells are meant; nothing but the name is needed.

    `others` are the names other known lists have; one of them gives way to this.

    Signals:
        told: the name, and the `ReadingRules` as they stand now.
    """

    told = Signal(str, object)

    def __init__(
        self,
        name: str,
        kind: ListKind,
        rules: ReadingRules,
        others: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "", parent)
        self._rules, self._others = rules, frozenset(others) - {name}
        self._is_clinic = kind is ListKind.CLINIC
        title = self.tr("Known list") if name else self.tr("Remember this list")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Remember"))
        self.cancel_button.setText(self.tr("Cancel"))
        self._make_fields(name)
        self._build()
        self.resize(_WIDTH, self.sizeHint().height())
        self.name.textChanged.connect(self._on_name)
        self._on_name(name)
        self.name.setFocus()

    def rules(self) -> ReadingRules:
        """Return the rules as they stand in the fields; how columns are read stays."""
        rules = replace(
            self._rules,
            date_order=_ORDERS[self.order.currentIndex()],
            defaults=self.defaults.defaults(),
        )
        if not self._is_clinic:
            return rules
        kept = self._rules.clinic_owned - frozenset(CAN_BE_OWNED)
        return replace(
            rules,
            card_source=self.source.text().strip() or ReadingRules().card_source,
            blank=BlankRule.CLEARS if self.clears.isChecked() else BlankRule.KEEPS,
            clinic_owned=kept | {one for one, box in self.owned.items() if box.isChecked()},
        )

    def _make_fields(self, name: str) -> None:
        rules = self._rules
        self.name = QLineEdit(name)
        self.name.setPlaceholderText(self.tr("The clinic's system, my old list…"))
        self._replaces = label("", Role.HINT)
        self.order = QComboBox()
        self.order.addItem(self.tr("I do not know: list such cells to me"))
        self.order.addItem(self.tr("3 April (the day first)"))
        self.order.addItem(self.tr("March 4 (the month first)"))
        self.order.setCurrentIndex(_ORDERS.index(rules.date_order))
        self.defaults = ProfileDefaults(rules.defaults)
        usual = ReadingRules().card_source
        self.source = QLineEdit("" if rules.card_source == usual else rules.card_source)
        self.source.setPlaceholderText(self.tr("my clinic"))
        self.clears = QCheckBox(self.tr("A blank cell takes back what came from this list before"))
        self.clears.setChecked(rules.blank is BlankRule.CLEARS)
        self.owned = {one: QCheckBox(field_word(one)) for one in CAN_BE_OWNED}
        for field, box in self.owned.items():
            box.setChecked(field in rules.clinic_owned)

    def _build(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.setHorizontalSpacing(SPACE_L)
        fields: dict[str, QWidget] = {
            self.tr("Name"): self.name,
            self.tr("03/04/2026 is"): self.order,
        }
        if self._is_clinic:
            fields[self.tr("Card numbers of")] = self.source
        for words, field in fields.items():
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.insertRow(1, "", self._replaces)
        form.addRow(self.tr("Blank cells"), self.defaults)
        scroll = ScrollColumn()
        scroll.content.addLayout(form)
        if self._is_clinic:
            scroll.content.addWidget(self._of_clinic())
        scroll.content.addStretch(1)
        wrapping = scroll.content.totalHeightForWidth(_WIDTH - 2 * SPACE_L)
        height = max(wrapping, scroll.content.sizeHint().height())
        scroll.setMinimumHeight(min(height, _MOST_HEIGHT))
        hint = self.tr(
            "A list with the same headings is read like this by itself from now on, in whatever "
            "order its columns stand."
        )
        self.body.addWidget(wrapped(hint, Role.SECOND))
        self.body.addWidget(scroll, 1)

    def _of_clinic(self) -> QWidget:
        """Return what can be said of a clinic's export alone."""
        boxes = QWidget()
        grid = QGridLayout(boxes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(SPACE_XS)
        for place, box in enumerate(self.owned.values()):
            grid.addWidget(box, *divmod(place, _IN_A_LINE))
            grid.setColumnStretch(place % _IN_A_LINE, 1)
        hint = self.tr(
            "Two clinics number their cards apart: give the second one a name above. Phone, name "
            "and birthday are always asked about."
        )
        made = QWidget()
        title = label(self.tr("The clinic is right about, without asking"), Role.FIELD_LABEL)
        made.setLayout(
            column(self.clears, title, boxes, wrapped(hint, Role.SECOND), spacing=SPACE_S)
        )
        return made

    def _on_name(self, name: str) -> None:
        self.accept_button.setEnabled(bool(name.strip()))
        is_other = name.strip() in self._others
        self._replaces.setVisible(is_other)
        self._replaces.setText(self.tr("Replaces the one of this name.") if is_other else "")

    @override
    def accept(self) -> None:
        if self.accept_button.isEnabled():
            name, rules = self.name.text().strip(), self.rules()
            super().accept()
            self.told.emit(name, rules)
