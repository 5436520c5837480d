"""Words: one for every fact the layers below may return, in both languages."""

import ast
import datetime as dt
import pathlib

import pytest

from crm_desktop.domain import errors
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records.change import Change
from crm_desktop.ui import text
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.changes import has_words
from crm_desktop.ui.text.errors import has_sentence

SERVICES = pathlib.Path(__file__).resolve().parents[3] / "crm_desktop" / "services"
SUNDAY = dt.date(2026, 11, 22)
LUNAR = Calendar.LUNAR
SOLAR = Calendar.SOLAR


def every_error(kind: type[CrmError] = CrmError) -> list[type[CrmError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in every_error(child))]


def labels_in_services() -> set[str]:
    """Return every literal label of a change the services write."""
    found = set()
    for file in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "change":
                found |= {
                    part.value
                    for part in node.args[:1]
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_of_its_own(kind: type[CrmError]) -> None:
    assert has_sentence(kind)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.FolderNotWritable(pathlib.Path("/a/backups")), "The folder backups cannot"),
        (errors.DiskFull(pathlib.Path("/a/sheet.xlsx")), "no room for sheet.xlsx"),
        (errors.DiskFull(pathlib.Path("/a/.snapshot-1.db")), "The disk is full. Everything"),
        (errors.NotAWorkbook("list.pdf", errors.FileKind.PDF), "list.pdf is no workbook but a PDF"),
        (errors.MustWait(30), "in 30 seconds"),
        (errors.RecoveryCodeMistyped((2, 5)), "groups of the code: 2, 5."),
        (errors.NoSuchLunarDay(ProblemCode.LEAP_MONTH_ABSENT), "has no such leap month"),
    ],
)
def test_a_sentence_holds_the_facts_of_its_error(error: CrmError, words: str) -> None:
    assert words in text.sentence(error)


def test_an_error_without_words_borrows_those_of_its_parent() -> None:
    class NewKind(errors.WorkbookDamaged):
        """An error that was added a minute ago."""

    assert "list.xlsx is damaged" in text.sentence(NewKind("list.xlsx"))


@pytest.mark.parametrize("code", list(ProblemCode))
def test_every_problem_has_a_sentence(code: ProblemCode) -> None:
    assert text.problem_text(code).endswith(".")


@pytest.mark.parametrize("label", sorted(labels_in_services()))
def test_every_change_the_services_write_has_words(label: str) -> None:
    assert has_words(label)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(id=1, action="gift.add", subject="王姐"), "Gift added: 王姐"),
        (Change(id=1, action="import.own_list"), "Client list imported"),
        (Change(id=1, action="unheard.of", subject="王姐"), "Saved: 王姐"),
    ],
)
def test_change_label(change: Change, words: str) -> None:
    assert text.change_label(change) == words
    assert text.undone_label(change) == f"Undone – {words}"


@pytest.mark.parametrize(
    ("fen", "words"),
    [(23_680_000, "¥236,800"), (16_850, "¥168.50"), (5, "¥0.05"), (0, "¥0"), (-120_000, "-¥1,200")],
)
def test_money_reads_as_written(fen: int, words: str) -> None:
    assert text.money(fen) == words
    assert text.money_from(words) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1200", 120_000),
        ("１，２００", 120_000),
        ("2万", 2_000_000),
        ("2.5w", 2_500_000),
        ("3k 元", 300_000),
        (".5", 50),
        ("", None),
        ("万", None),
        ("1.2.3", None),
        ("1.234", None),
        ("about 100", None),
        ("9999999999999", None),
        ("٣", None),
    ],
)
def test_money_is_read_as_she_types_it(typed: str, fen: int | None) -> None:
    assert text.money_from(typed) == fen


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (0, "today", "今天"),
        (1, "tomorrow", "明天"),
        (2, "the day after tomorrow", "后天"),
        (5, "in 5 days", "5 天后"),
        (-1, "yesterday", "昨天"),
        (-12, "12 days ago", "12 天前"),
    ],
)
def test_relative_days(translators: Translators, days: int, english: str, chinese: str) -> None:
    on = SUNDAY + dt.timedelta(days=days)

    translators.speak(Language.ENGLISH)
    assert text.relative(on, SUNDAY) == english
    translators.speak(Language.CHINESE)
    assert text.relative(on, SUNDAY) == chinese


def test_days_in_both_languages(translators: Translators) -> None:
    monday = dt.date(2026, 11, 23)

    translators.speak(Language.ENGLISH)
    assert text.day(monday) == "Mon 23 Nov"
    assert text.day_and_relative(dt.date(2027, 1, 3), SUNDAY) == "3 Jan 2027 · in 42 days"
    translators.speak(Language.CHINESE)
    assert text.day(monday) == "11 月 23 日 周一"
    assert text.day_and_relative(monday, SUNDAY) == "11 月 23 日 周一 · 明天"
    assert text.since(None, SUNDAY) == "从未"


@pytest.mark.parametrize(
    ("month", "day", "leap", "words"),
    [
        (10, 14, False, ("lunar month 10, day 14", "农历十月十四")),
        (1, 1, False, ("lunar month 1, day 1", "农历正月初一")),
        (6, 10, True, ("lunar leap month 6, day 10", "农历闰六月初十")),
        (11, 20, False, ("lunar month 11, day 20", "农历冬月二十")),
        (12, 29, False, ("lunar month 12, day 29", "农历腊月廿九")),
        (12, 30, False, ("lunar month 12, day 30", "农历腊月三十")),
    ],
)
def test_lunar_days_are_called_as_people_call_them(
    translators: Translators,
    month: int,
    day: int,
    leap: bool,  # noqa: FBT001 - a column of the table
    words: tuple[str, str],
) -> None:
    for language, told in zip((Language.ENGLISH, Language.CHINESE), words, strict=True):
        translators.speak(language)
        assert text.lunar_day(month, day, leap=leap) == told


def test_lunar_day_of_today() -> None:
    assert text.lunar_of(SUNDAY) == "lunar month 10, day 14"


@pytest.mark.parametrize(
    ("fact", "english", "chinese"),
    [
        (
            DatedFact(calendar=SOLAR, year=1987, month=5, day=12),
            "12 May 1987",
            "1987 年 5 月 12 日",
        ),
        (DatedFact(calendar=SOLAR, month=5, day=12), "12 May", "5 月 12 日"),
        (DatedFact(calendar=LUNAR, month=4, day=15), "lunar month 4, day 15", "农历四月十五"),
        (
            DatedFact(calendar=LUNAR, year=1987, month=6, day=15, leap=True),
            "lunar 1987, leap month 6, day 15",
            "农历 1987 年闰六月十五",
        ),
    ],
)
def test_a_date_is_shown_as_it_was_told(
    translators: Translators, fact: DatedFact, english: str, chinese: str
) -> None:
    translators.speak(Language.ENGLISH)
    assert text.dated_fact(fact) == english
    translators.speak(Language.CHINESE)
    assert text.dated_fact(fact) == chinese


def test_words_need_no_screen() -> None:
    folder = pathlib.Path(text.__file__).parent
    imported = {
        node.module
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6")
    }

    assert imported == {"PySide6.QtCore"}
