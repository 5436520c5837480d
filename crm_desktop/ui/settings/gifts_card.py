"""What the guard over gifts goes by: words, budgets, repetition, days of high prices."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_desktop.domain.records import Tier
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.fields.tags import TagsField
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.settings.reminders_card import NumberBox
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.switch import Switch

_LONGEST: Final = 36
_COLUMNS: Final = 3
_TIERS: Final = (*Tier, None)


class GiftsSettingsCard(Card):
    """A card of rules for gifts; the guard warns by them and can be overruled."""

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._keeping = keeping
        self._budgets: tuple[int, ...] = ()
        self.clinic = TagsField(self.tr("Words that give the clinic away"))
        self.taboos = TagsField(self.tr("Never given"))
        self.months = NumberBox(
            self.tr("Months until the same gift may be given again"), 0, _LONGEST
        )
        self.price_days = Switch(self.tr("Warn of days on which everything is dear"))
        self.budgets = [MoneyField(self._budget_name(tier), None, "—") for tier in _TIERS]
        self._build()
        self.clinic.committed.connect(self._on_clinic)
        self.taboos.committed.connect(self._on_taboos)
        self.months.valueChanged.connect(self._on_months)
        self.price_days.toggled.connect(self._on_price_days)
        for place, budget in enumerate(self.budgets):
            budget.committed.connect(partial(self._on_budget, place))
        keeping.loaded.connect(self.show_settings)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        self.clinic.set_value(settings.clinic_words)
        self.taboos.set_value(settings.taboo_gifts)
        with QSignalBlocker(self.months), QSignalBlocker(self.price_days):
            self.months.setValue(settings.gift_repeat_months)
            self.price_days.setChecked(settings.warns_of_price_days)
        self._budgets = settings.gift_budgets
        for field, fen in zip(self.budgets, settings.gift_budgets, strict=False):
            field.set_value(fen or None)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Gifts"), Role.SECTION))
        clinic = self.tr("Put the name of your clinic here, too: no gift or card may show it.")
        self.body.addWidget(SettingLine(self.tr("Words that give the clinic away"), clinic))
        self.body.addWidget(self.clinic)
        never = self.tr("Roses are always warned of.")
        self.body.addWidget(SettingLine(self.tr("Never given"), never))
        self.body.addWidget(self.taboos)
        budget = self.tr("For all gifts to one client; empty is not watched.")
        self.body.addWidget(SettingLine(self.tr("Budget a year"), budget))
        self.body.addLayout(self._budget_grid())
        again = self.tr("Months until the same person may get the same again.")
        self.body.addWidget(SettingLine(self.tr("The same gift"), again, self.months))
        dear = self.tr("14 February, 20 May, Qixi, Mother's Day: order a week ahead.")
        self.body.addWidget(SettingLine(self.tr("Dear days"), dear, self.price_days))

    def _budget_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_XS)
        for place, (tier, field) in enumerate(zip(_TIERS, self.budgets, strict=True)):
            line, at = divmod(place, _COLUMNS)
            # A setting looks like a field before it is pointed at.
            set_mark(field, "role", "")
            told = label(choice(tier) if tier else self.tr("No tier"), Role.SECOND)
            told.setBuddy(field)
            grid.addWidget(told, line * 2, at, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, line * 2 + 1, at)
            grid.setColumnStretch(at, 1)
        return grid

    def _budget_name(self, tier: Tier | None) -> str:
        name = choice(tier) if tier else self.tr("No tier")
        return self.tr("Budget a year: {tier}").format(tier=name)

    def _on_clinic(self, words: tuple[str, ...]) -> None:
        self._keeping.change(clinic_words=words)

    def _on_taboos(self, words: tuple[str, ...]) -> None:
        self._keeping.change(taboo_gifts=words)

    def _on_months(self, months: int) -> None:
        self._keeping.change(gift_repeat_months=months)

    def _on_price_days(self, warns: bool) -> None:  # noqa: FBT001 - the signature of a Qt signal
        self._keeping.change(warns_of_price_days=warns)

    def _on_budget(self, place: int, fen: int | None) -> None:
        """Keep one budget; less than nothing is none."""
        kept = list(self._budgets)
        kept[place] = max(fen or 0, 0)
        self._budgets = tuple(kept)
        self.budgets[place].set_value(kept[place] or None)
        self._keeping.change(gift_budgets=self._budgets)
