"""The suppliers in the settings: added, changed, put in order, taken out and brought back."""

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Supplier
from crm_desktop.ui.reminding.supplier import SupplierDialog
from crm_desktop.ui.settings.suppliers_card import SuppliersCard
from crm_desktop.ui.widgets.buttons import IconButton
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

LONG = "半山花店与麦香手作蛋糕联合工作室（海悦广场旗舰店）"


@pytest.fixture
def card(qtbot: QtBot, laid: Laid) -> SuppliersCard:
    for name in ("半山花店", "麦香蛋糕"):
        laid.desk.book.suppliers.save(Supplier(name=name, phone="13800002201"))
    made = SuppliersCard(laid.desk)
    qtbot.addWidget(made)
    made.resize(556, 400)
    made.show()
    made.load()
    qtbot.waitUntil(lambda: len(made.suppliers) == 2)
    return made


def names(card: SuppliersCard) -> list[str]:
    return [one.name for one in card.suppliers]


def press(card: SuppliersCard, says: str) -> None:
    shown = [each for each in card.findChildren(IconButton) if not each.isHidden()]
    next(each for each in shown if each.accessibleName() == says).click()


def test_one_is_added_by_its_name_alone(qtbot: QtBot, card: SuppliersCard) -> None:
    card.add_button.click()
    (dialog,) = card.findChildren(SupplierDialog)
    without_a_name = dialog.accept_button.isEnabled()
    dialog.name.setText("  栖木香薰 ")

    dialog.accept()

    qtbot.waitUntil(lambda: names(card) == ["半山花店", "麦香蛋糕", "栖木香薰"])
    assert not without_a_name


def test_one_is_changed_and_moved_up(qtbot: QtBot, card: SuppliersCard) -> None:
    press(card, "Change: 麦香蛋糕")
    (dialog,) = card.findChildren(SupplierDialog)
    dialog.name.setText("麦香手作")
    dialog.accept()
    qtbot.waitUntil(lambda: names(card) == ["半山花店", "麦香手作"])

    press(card, "Move up: 麦香手作")

    qtbot.waitUntil(lambda: names(card) == ["麦香手作", "半山花店"])
    assert card.suppliers[0].phone == "13800002201"


def test_one_taken_out_is_brought_back_by_undo(
    qtbot: QtBot, laid: Laid, card: SuppliersCard
) -> None:
    press(card, "Remove: 半山花店")
    qtbot.waitUntil(lambda: names(card) == ["麦香蛋糕"])

    laid.desk.edits.changed.emit(laid.desk.book.journal.undo())

    qtbot.waitUntil(lambda: names(card) == ["半山花店", "麦香蛋糕"])


def test_a_long_name_gives_way(qtbot: QtBot, laid: Laid, card: SuppliersCard) -> None:
    laid.desk.book.suppliers.save(Supplier(name=LONG, trade=LONG, wechat=LONG, notes=LONG))
    card.load()
    qtbot.waitUntil(lambda: len(card.suppliers) == 3)
    card.resize(420, 400)
    lay_out()

    assert cut_texts(card) == []
    assert overlapping(card) == []
    assert unnamed_controls(card) == []
