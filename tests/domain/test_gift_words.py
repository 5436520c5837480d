"""Words of gifts: what is meant by them, and what only looks like it."""

import pytest

from crm_desktop.domain.gift_words import (
    LOGO,
    ROSES,
    TREATMENTS,
    allergies,
    clashes,
    core,
    found,
    is_flowers,
    terms,
)
from crm_desktop.domain.settings import TABOO_GIFTS


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("红玫瑰 11 枝", "玫瑰"),
        ("白蔷薇花环", "蔷薇"),
        ("White ROSES", "roses"),
        ("ｒｏｓｅ礼盒", "rose"),
        ("百合(不要玫瑰)", ""),
        ("玫瑰金手链", ""),
        ("玫瑰金丝带的玫瑰", "玫瑰"),
        ("rosemary candle", ""),
        ("康乃馨", ""),
    ],
)
def test_roses_are_found(text: str, word: str) -> None:
    assert found(text, ROSES) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("香梨一箱", "梨"),
        ("凤梨酥", ""),
        ("黄花梨手串", ""),
        ("座钟", "钟"),
        ("她钟爱的香水", ""),
        ("遮阳伞", "伞"),
        ("真丝拖鞋", "鞋"),
        ("黄菊花", "菊花"),
        ("菊花茶", ""),
        ("电动剃须刀", ""),
        ("水果刀", "刀"),
        ("百合花束", ""),
    ],
)
def test_taboo_gifts_are_found_and_their_look_alikes_are_not(text: str, word: str) -> None:
    assert found(text, TABOO_GIFTS) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("印LOGO的杯子", "logo"),
        ("ＬＯＧＯ礼盒", "logo"),
        ("无logo礼盒", ""),
        ("不带标志", ""),
        ("标志性建筑拼图", ""),
        ("带标志", "标志"),
    ],
)
def test_a_logo_is_found_unless_it_is_denied(text: str, word: str) -> None:
    assert found(text, LOGO) == word


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("百合花束", "百合花束"),
        ("一束百合花束", "百合花束"),
        ("百合 花束 ×2", "百合花束"),
        ("2盒燕窝", "燕窝"),
        ("香薰灯(小)", "香薰灯小"),
        ("蛋糕8寸", "蛋糕"),
        ("Scented Oil 100ml", "scentedoil"),
        ("", ""),
    ],
)
def test_the_core_of_an_item_is_without_how_many_and_how_large(item: str, expected: str) -> None:
    assert core(item) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对芒果过敏、不吃香菜", ("芒果", "香菜")),
        ("海鲜类", ("海鲜",)),
        ("怕香味", ("香",)),
        ("无", ()),
        ("  ", ()),
    ],
)
def test_a_taboo_names_things(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("对芒果、坚果过敏", ("芒果", "坚果")),
        ("高血压，花粉过敏", ("花粉",)),
        ("过敏史：青霉素、海鲜", ("青霉素", "海鲜")),
        ("无过敏史", ()),
        ("对酒精不过敏", ()),
        ("过敏:无", ()),
        ("Allergic to nuts, milk", ("nuts", "milk")),
        ("血压正常", ()),
    ],
)
def test_health_notes_tell_allergies(notes: str, expected: tuple[str, ...]) -> None:
    assert allergies(notes) == expected


@pytest.mark.parametrize(
    ("item", "term", "expected"),
    [
        ("芒果千层", "芒果", True),
        ("百合花束", "花粉", True),
        ("花胶礼盒", "花粉", False),
        ("核桃酥", "坚果", True),
        ("红酒", "酒精", True),
        ("无酒精香槟", "酒精", False),
        ("蛋糕", "麸质", True),
        ("围巾", "羊毛", False),
    ],
)
def test_an_item_clashes_with_what_it_has_in_it(
    item: str,
    term: str,
    expected: bool,  # noqa: FBT001 - the last column of the table
) -> None:
    assert clashes(item, term) is expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("百合花束", True),
        ("康乃馨花篮", True),
        ("lily bouquet", True),
        ("一枝向日葵", True),
        ("花胶礼盒", False),
        ("永生花摆件", False),
        ("香薰灯", False),
    ],
)
def test_flowers_are_told_from_what_only_has_them_in_its_name(
    item: str,
    expected: bool,  # noqa: FBT001 - the last column of the table
) -> None:
    assert is_flowers(item) is expected


@pytest.mark.parametrize("text", ["恢复期多休息", "祝早日消肿", "下次打针见", "after your surgery"])
def test_words_of_a_treatment_are_known(text: str) -> None:
    assert found(text, TREATMENTS)
