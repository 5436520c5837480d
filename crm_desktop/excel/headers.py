"""Where the headings stand: found by score, not by position.

Title rows come before them, merged cells spread over them, and two levels (老公 over 生日,
职业, 收入) are joined into one heading.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from crm_desktop.excel.mapping import field_of
from crm_desktop.excel.parsing.text import line_of
from crm_desktop.excel.synonyms import Synonyms, normalised
from crm_desktop.excel.workbook import CellValue, Sheet

ROWS_SEARCHED = 20
_LEAST_FIELDS = 2
_FILLER = ("信息", "情况", "资料", "档案")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The headings of a sheet; `last` is the index in its rows of the lowest heading row."""

    last: int
    headings: tuple[str, ...]
    score: int


Means = Callable[[str], object]
"""What a heading means, None for one nobody knows."""


def find_header(sheet: Sheet, synonyms: Synonyms, means: Means | None = None) -> Header | None:
    """Return the row (or the two rows) among the first 20 that name most fields, or None.

    One known heading is enough only for a sheet that is nothing but names. `means` tells what
    counts where that is not a field of a client.
    """
    means = means or partial(field_of, synonyms=synonyms)
    best: Header | None = None
    for index in range(min(ROWS_SEARCHED, len(sheet.rows))):
        for header in _candidates(sheet, index, synonyms, means):
            if best is None or header.score > best.score:
                best = header
    if best is None or best.score == 0:
        return None
    filled = sum(1 for heading in best.headings if heading)
    return best if best.score >= _LEAST_FIELDS or filled == best.score else None


def likely_header(sheet: Sheet) -> Header | None:
    """Return the row among the first 20 with most different words, where no heading is known.

    None where no row has two, or nothing stands below it.
    """
    best: Header | None = None
    for index in range(min(ROWS_SEARCHED, len(sheet.rows) - 1)):
        cells = sheet.rows[index]
        texts = (cell.strip() for cell in cells if isinstance(cell, str))
        score = len({text for text in texts if any(map(str.isalpha, text))})
        if score >= _LEAST_FIELDS and (best is None or score > best.score):
            best = Header(last=index, headings=tuple(map(line_of, cells)), score=score)
    return best


def _candidates(sheet: Sheet, index: int, synonyms: Synonyms, means: Means) -> list[Header]:
    own = tuple(map(line_of, sheet.rows[index]))
    found = [_header(index, own, means)]
    if index + 1 < len(sheet.rows):
        below = tuple(map(line_of, sheet.rows[index + 1]))
        found += [
            _header(index + 1, _joined(above, below, synonyms, means), means)
            for above in (_spread(own, sheet, index), _run_on(own, below))
        ]
    return found


def _header(index: int, headings: tuple[str, ...], means: Means) -> Header:
    known = (means(heading) for heading in headings if heading)
    return Header(last=index, headings=headings, score=len({one for one in known if one}))


def _spread(texts: Sequence[str], sheet: Sheet, index: int) -> list[str]:
    """Return a row with the text of every merged cell repeated over the cells it covers."""
    spread = list(texts)
    row = sheet.first_row + index
    for (top, left), (bottom, right) in sheet.merged:
        start = left - sheet.first_column
        if top <= row <= bottom and 0 <= start < len(spread):
            end = right - sheet.first_column + 1
            spread[start:end] = [spread[start]] * (min(end, len(spread)) - start)
    return spread


def _run_on(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return a row carried on to the right over blanks, for files that do not tell merges."""
    carried, last = [], ""
    for text, child in zip(above, below, strict=False):
        last = text or (last if child else "")
        carried.append(last)
    return carried


def _joined(
    above: Sequence[str], below: Sequence[str], synonyms: Synonyms, means: Means
) -> tuple[str, ...]:
    width = max(len(above), len(below))
    pairs = zip(_filled(above, width), _filled(below, width), strict=True)
    return tuple(_join(parent, child, synonyms, means) for parent, child in pairs)


def _filled(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]


def _join(parent: str, child: str, synonyms: Synonyms, means: Means) -> str:
    """Return one heading: 配偶信息 over 生日 is 老公生日, 基本信息 over 姓名 is 姓名."""
    if not parent or not child or normalised(parent) == normalised(child):
        return child or parent
    word = normalised(parent)
    for filler in _FILLER:
        word = word.removesuffix(filler)
    if word in synonyms.neutral or not word:
        return child
    person = synonyms.people.get(word, word)
    return f"{person}{child}" if means(f"{person}{child}") else f"{parent} {child}"


def repeats(row: Sequence[CellValue], headings: Sequence[str]) -> bool:
    """Return whether a data row is the heading row once more, as page breaks leave it."""
    same = sum(
        1
        for cell, heading in zip(row, headings, strict=False)
        if heading and line_of(cell) == heading
    )
    return same >= _LEAST_FIELDS and same * 2 > sum(1 for heading in headings if heading)
