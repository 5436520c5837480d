"""What stands in a workbook of ours is told in her language."""

import re

import pytest

from crm_desktop.domain.exporting import ColumnChoice, Recipient
from crm_desktop.excel import words
from crm_desktop.excel.columns import Kind
from crm_desktop.excel.workbook_layout import SHEETS, choices_for
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.canonical import cell_words, sheet_word, title_word

CHINESE = re.compile("[\u4e00-\u9fff]")
CHOICES = [
    (sheet.full_key(column), word)
    for sheet in SHEETS
    for column in sheet.columns
    if column.kind is Kind.CHOICE
    for word in words.CHOICES[column.choices]
] + [("gift.occasion", word) for word in words.OCCASION.values()]
COLUMNS = [*choices_for(Recipient.ME), *choices_for(Recipient.FLORIST)]
CELLS = [
    ("client.birthday", "农历1972年闰五月初八", "lunar 1972, leap month 5, day 8"),
    ("client.birthday", "农历腊月三十", "lunar month 12, day 30"),
    ("client.birthday", "农历冬月二十", "lunar month 11, day 20"),
    ("person.birthday", "农历正月廿九", "lunar month 1, day 29"),
    ("client.birthday", "5月29日", "29 May"),
    ("client.birthday", "1899年9月18日", "18 Sep 1899"),
    ("client.birthday", "1986-03-02", "1986-03-02"),
    ("gift.on", "2025年3月", "Mar 2025"),
    ("gift.occasion", "中秋", "中秋"),
    ("gift.on", "2025年13月", "2025年13月"),
    ("client.other_dates", "订婚纪念 5月1日;重要日子 农历八月十五",
     "订婚纪念 1 May;A day she values lunar month 8, day 15"),
    ("client.vip", "是", "yes"),
    ("client.notes", "5月29日生日", "5月29日生日"),
    ("client.occupation", "朋友", "朋友"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "word"), CHOICES)
def test_every_word_of_a_closed_set_is_english_in_an_english_window(key: str, word: str) -> None:
    assert not CHINESE.search(cell_words(key, word))


@pytest.mark.parametrize(("key", "text", "said"), CELLS)
def test_days_are_told_in_english_and_free_text_stays(key: str, text: str, said: str) -> None:
    assert cell_words(key, text) == said


@pytest.mark.parametrize("column", COLUMNS, ids=[column.key for column in COLUMNS])
def test_every_title_and_sheet_has_an_english_word(column: ColumnChoice) -> None:
    assert title_word(column) != "Cell"
    assert not CHINESE.search(title_word(column) + sheet_word(column))


def test_in_a_chinese_window_all_of_it_is_as_in_the_file(translators: Translators) -> None:
    translators.speak(Language.CHINESE)

    assert [cell_words(key, text) for key, text, _ in CELLS] == [text for _, text, _ in CELLS]
    assert [title_word(column) for column in COLUMNS] == [column.header for column in COLUMNS]
    assert {sheet_word(column) for column in COLUMNS} == {column.sheet for column in COLUMNS}
