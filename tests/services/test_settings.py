"""What she sets is kept in the book, whatever its type, and can be undone."""

import dataclasses
import datetime as dt
import pathlib
from typing import Any

import pytest
from sqlalchemy import insert

from crm_desktop.database import Database
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import SettingRow
from crm_desktop.services.journal import Journal
from crm_desktop.services.settings import Settings


@pytest.fixture
def settings(book_database: Database, journal: Journal) -> Settings:
    return Settings(book_database, journal)


_OTHER: dict[str, Any] = {
    "name": "我的贵客",
    "lead_days": 3,
    "grace_days": 0,
    "weekly_off": frozenset({0, 6}),
    "days_off": frozenset({dt.date(2027, 1, 1), dt.date(2027, 2, 6)}),
    "working_days": frozenset({dt.date(2027, 2, 7)}),
    "pop_up_at": dt.time(8, 30),
    "idle_minutes": 0,
    "second_backup_folder": pathlib.Path("D:/备份"),
    "clinic_words": ("云裳", "医院"),
    "taboo_gifts": (),
    "gift_budgets": (200_000, 0, 0, 0, 0, 5_000),
    "gift_repeat_months": 6,
    "warns_of_price_days": False,
    "signs_as": "小林",
    "consultant": "李顾问",
    "leads": ("wedding.A=3",),
    "festivals": ("qixi=off",),
    "silent_days": frozenset({dt.date(2027, 4, 5)}),
    "follows_public_holidays": True,
    "rounds_men_at_nine": True,
    "always_beijing": True,
    "holds_while_presenting": False,
    "locked_tells_counts": False,
    "hides_on_focus_loss": True,
}


def test_a_new_book_has_the_defaults(settings: Settings) -> None:
    assert settings.get() == BookSettings()


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(BookSettings)])
def test_every_setting_is_kept_and_undone(name: str, settings: Settings, journal: Journal) -> None:
    wanted = dataclasses.replace(BookSettings(), **{name: _OTHER[name]})

    change = settings.put(wanted)

    assert change.action == "settings.edit"
    assert settings.get() == wanted != BookSettings()
    journal.undo()
    assert settings.get() == BookSettings()


def test_all_settings_at_once_and_back_to_default(settings: Settings) -> None:
    settings.put(BookSettings(**_OTHER))
    kept = settings.get()

    settings.put(BookSettings())

    assert kept == BookSettings(**_OTHER)
    assert settings.get() == BookSettings()


def test_the_same_settings_again_are_no_change(settings: Settings) -> None:
    settings.put(BookSettings(lead_days=3))

    assert settings.put(BookSettings(lead_days=3)).id == 0


def test_a_setting_of_another_version_is_passed_over(settings: Settings, journal: Journal) -> None:
    with journal.change("settings.edit") as work:
        work.session.execute(insert(SettingRow).values(name="gone", value="1"))

    assert settings.get() == BookSettings()


def test_the_rules_of_reminding_are_those_set(settings: Settings) -> None:
    settings.put(BookSettings(lead_days=4, weekly_off=frozenset({1})))

    rules = settings.rules()

    assert (rules.lead_days, rules.weekly_off) == (4, frozenset({1}))


def test_what_is_set_while_a_book_is_made_is_not_undone(
    settings: Settings, journal: Journal
) -> None:
    settings.put(BookSettings(name="我的贵客"), can_undo=False)

    assert journal.latest() == []
    assert settings.get().name == "我的贵客"


@pytest.mark.parametrize(
    ("name", "value"),
    [("grace_days", "not json"), ("days_off", '["2027-02-30"]'), ("pop_up_at", '"25:00"')],
)
def test_a_setting_that_cannot_be_read_is_the_built_in_one_and_spoils_no_other(
    settings: Settings, journal: Journal, name: str, value: str
) -> None:
    settings.put(BookSettings(lead_days=3))
    with journal.change("break") as work:
        work.session.execute(insert(SettingRow).values(name=name, value=value))

    assert settings.get() == BookSettings(lead_days=3)
