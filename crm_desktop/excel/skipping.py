"""Rows below the headings that are about nobody: totals, signatures, samples, headings again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.excel.headers import Header, repeats
from crm_desktop.excel.parsing.text import line_of
from crm_desktop.excel.synonyms import Synonyms, normalised
from crm_desktop.excel.workbook import CellValue

_LONGEST_MARK = 40
_FULL_WIDTH = "\uff00"
_BEFORE_COLON = re.compile(r"^([^:：]{1,8})[:：]")


class SkipReason(StrEnum):
    """Why a row with something in it is not about a client."""

    REPEATED_HEADER = "repeated_header"
    SAMPLE = "sample"
    SIGNATURE = "signature"
    TOTAL = "total"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A row that was passed over, and why."""

    sheet: str
    row_number: int
    reason: SkipReason


class Sieve:
    """Tells the rows of one sheet that are no clients.

    Most rows are settled by the first character of their first text, because none of the
    words that matter begins with it.
    """

    def __init__(self, header: Header, synonyms: Synonyms, name_columns: Sequence[int]) -> None:
        self._header = header
        self._synonyms = synonyms
        self._names = name_columns
        words = (*synonyms.totals, *synonyms.signatures, *synonyms.samples)
        self._openings = _first_characters((*words, *map(normalised, header.headings)))

    def reason(self, cells: Sequence[CellValue]) -> SkipReason | None:
        """Return why a row is no client, by its first text: 合计 may stand behind a number."""
        first = next((cell for cell in cells if isinstance(cell, str) and cell.strip()), None)
        if first is None:
            return None
        if self._may_matter(first):
            found = self._by_first_text(first, cells)
            if found is not None:
                return found
        return SkipReason.SAMPLE if self._is_sample(cells) else None

    def _by_first_text(self, first: str, cells: Sequence[CellValue]) -> SkipReason | None:
        word = normalised(first[:_LONGEST_MARK])
        before = _BEFORE_COLON.match(first.strip())
        opening = normalised(before[1]) if before else word
        if {word, opening} & self._synonyms.totals:
            return SkipReason.TOTAL
        if opening in self._synonyms.signatures:
            return SkipReason.SIGNATURE
        headings = self._header.headings
        again = line_of(first) in headings and repeats(cells, headings)
        return SkipReason.REPEATED_HEADER if again else None

    def _is_sample(self, cells: Sequence[CellValue]) -> bool:
        name = next((cells[index] for index in self._names if index < len(cells)), None)
        if not isinstance(name, str) or not self._may_matter(name):
            return False
        return normalised(name).startswith(self._synonyms.samples)

    def _may_matter(self, text: str) -> bool:
        sign = text.strip()[:1].casefold()
        return sign in self._openings or not sign.isalnum() or sign >= _FULL_WIDTH


def _first_characters(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[0] for word in words if word)
