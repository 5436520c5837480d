"""What the guard goes by is set on the settings page, kept at once, and undone."""

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.settings.gifts_card import GiftsSettingsCard
from crm_desktop.ui.settings.keeping import Keeping
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled


@pytest.fixture
def keeping(laid: Laid) -> Keeping:
    return Keeping(laid.desk)


@pytest.fixture
def shown(qtbot: QtBot, laid: Laid, keeping: Keeping) -> GiftsSettingsCard:
    made = GiftsSettingsCard(keeping)
    qtbot.addWidget(made)
    made.resize(540, 600)
    made.show()
    keeping.load()
    qtbot.waitUntil(settled(laid))
    return made


def test_every_rule_of_the_guard_can_be_set(
    qtbot: QtBot, laid: Laid, keeping: Keeping, shown: GiftsSettingsCard
) -> None:
    shown.clinic.committed.emit(("云裳",))
    shown.taboos.committed.emit(())
    shown.months.setValue(6)
    shown.price_days.click()
    shown.budgets[0].setText("2000")
    shown.budgets[0].commit()
    shown.budgets[1].setText("")
    shown.budgets[1].commit()
    keeping.save()
    qtbot.waitUntil(settled(laid))

    kept = laid.desk.book.settings.get()
    assert (kept.clinic_words, kept.taboo_gifts) == (("云裳",), ())
    assert (kept.gift_repeat_months, kept.warns_of_price_days) == (6, False)
    assert kept.gift_budgets == (200_000, 0, 30_000, 10_000, 5_000, 0)
    laid.desk.book.journal.undo()
    assert laid.desk.book.settings.get() == BookSettings()


@pytest.mark.parametrize(("typed", "kept"), [("-5", 0), ("abc", 30_000), ("3k", 300_000)])
def test_a_budget_is_an_amount(
    qtbot: QtBot, laid: Laid, shown: GiftsSettingsCard, typed: str, kept: int
) -> None:
    shown.budgets[2].setText(typed)
    shown.budgets[2].commit()
    shown._keeping.save()
    qtbot.waitUntil(settled(laid))

    assert laid.desk.book.settings.get().gift_budgets[2] == kept


def test_the_card_is_fair(shown: GiftsSettingsCard) -> None:
    lay_out()

    assert cut_texts(shown) == []
    assert overlapping(shown) == []
    assert unnamed_controls(shown) == []
