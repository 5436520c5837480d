"""The editable rules of one book; window state is kept elsewhere, secrets never here."""

import datetime as dt
import pathlib
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.leads import read
from crm_desktop.domain.occasions import Rules

CLINIC_WORDS: Final = ("医院", "诊所", "门诊", "医美", "整形", "clinic")
TABOO_GIFTS: Final = (
    "钟", "伞", "梨", "鞋", "菊花", "扇子", "手帕", "刀", "剪刀", "乌龟", "绿帽子",
)  # fmt: skip
GIFT_BUDGETS: Final = (150_000, 80_000, 30_000, 10_000, 5_000, 0)
"""Fen a year for A, B, C, D, E and none of them; 0 is not watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSettings:
    """What she may set; each has a default that fits most.

    `name` is what she calls the book, shown in the title of the window.
    `lead_days` is how long ahead big clients are prepared for and `grace_days` how long a
    missed birthday is still raised; `weekly_off` holds weekdays (Monday is 0), `days_off`
    single days, `working_days` those worked although their weekday is off. `idle_minutes` is 1
    to 30. `clinic_words` give the clinic away, `taboo_gifts` are never given, `gift_budgets`
    follows `GIFT_BUDGETS`, and the same gift is not given twice in `gift_repeat_months`.
    `consultant` is what colleagues call her, in sheets for the manager.
    `signs_as` is what her clients call her, at the end of a greeting. `leads` are the cells of
    the table of leads that differ (`domain.leads.written`), `festivals` the lines of the table
    of festivals that do (`domain.festivals`); on `silent_days` nobody is greeted. A round
    birthday is kept a year early for men where `rounds_men_at_nine`. `always_beijing` reads
    every clock as Beijing time. With `holds_while_presenting` no pop-up comes over a full
    screen for a quarter of an hour; `locked_tells_counts` lets a locked book say how many wait,
    and `hides_on_focus_loss` turns desk mode on when another window comes to the front.
    """

    name: str = ""
    lead_days: int = 2
    grace_days: int = 1
    weekly_off: frozenset[int] = frozenset()
    days_off: frozenset[dt.date] = frozenset()
    working_days: frozenset[dt.date] = frozenset()
    pop_up_at: dt.time = dt.time(9, 0)
    idle_minutes: int = 5
    second_backup_folder: pathlib.Path | None = None
    clinic_words: tuple[str, ...] = CLINIC_WORDS
    taboo_gifts: tuple[str, ...] = TABOO_GIFTS
    gift_budgets: tuple[int, ...] = GIFT_BUDGETS
    gift_repeat_months: int = 12
    warns_of_price_days: bool = True
    signs_as: str = ""
    consultant: str = ""
    leads: tuple[str, ...] = ()
    festivals: tuple[str, ...] = ()
    silent_days: frozenset[dt.date] = frozenset()
    follows_public_holidays: bool = False
    rounds_men_at_nine: bool = False
    always_beijing: bool = False
    holds_while_presenting: bool = True
    locked_tells_counts: bool = True
    hides_on_focus_loss: bool = False

    @property
    def rules(self) -> Rules:
        """Return the part the rule of reminding works by."""
        return Rules(
            lead_days=self.lead_days,
            grace_days=self.grace_days,
            leads=read(self.leads),
            weekly_off=self.weekly_off,
            days_off=self.days_off,
            working_days=self.working_days,
        )
