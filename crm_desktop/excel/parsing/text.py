"""What a cell says as text, and the small tools every parser shares."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, TypeVar

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.workbook import CellValue

T = TypeVar("T")

_SEPARATORS = re.compile(r"[、,，;；/／|｜\n]+")
_NOTHING = {
    "",
    "-",
    "--",
    "—",
    "——",
    "/",
    "\\",
    ".",
    "无",
    "没有",
    "暂无",
    "不详",
    "未知",
    "不知道",
    "?",
    "??",
} | {"n/a", "na", "none", "null", "nil", "nan", "空", "未填", "待补", "待定"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[T]):
    """What came out of one cell: a value (None: the cell is silent) and what was not taken."""

    value: T | None = None
    problems: tuple[Problem, ...] = ()


def text_of(value: CellValue) -> str:
    """Return what the cell says, inner line breaks kept; a whole number has no ".0"."""
    if isinstance(value, str):
        if "\r" in value or "_x000D_" in value:
            value = value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def line_of(value: CellValue) -> str:
    """Return the text of a cell on one line, its characters untouched."""
    return " ".join(text_of(value).split())


def folded(value: CellValue) -> str:
    """Return the text with full-width signs made half-width, for reading and never for keeping."""
    return unicodedata.normalize("NFKC", text_of(value)).strip()


def says_nothing(text: str) -> bool:
    """Return whether a folded text only says that nothing is known (-, 无, 不详)."""
    return text.lower() in _NOTHING


def parts_of(value: CellValue) -> tuple[str, ...]:
    """Return the entries of a list in one cell, trimmed, each once, in their order."""
    entries = (entry.strip() for entry in _SEPARATORS.split(text_of(value)))
    return tuple(dict.fromkeys(entry for entry in entries if entry and not says_nothing(entry)))


def refused(code: ProblemCode, value: CellValue) -> Problem:
    """Return the problem of a cell that could not be taken."""
    return Problem(code=code, value=text_of(value))
