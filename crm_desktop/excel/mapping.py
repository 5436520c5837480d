"""Columns to fields: exact synonyms by themselves, resemblances as suggestions only.

Never WRatio, partial or token_set on short Chinese headings: measured, 60-74 % of their
matches are right; an exact synonym always is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.reading_rules import DateOrder
from crm_desktop.excel.parsing.phones import looks_like_phone
from crm_desktop.excel.synonyms import Synonyms, key_of, normalised
from crm_desktop.excel.workbook import CellValue, is_blank

LEAST_RATIO = 75
LEAST_PHONES = 0.7
_ENOUGH_TO_JUDGE = 10
ROWS_JUDGED = 200
_TEN_THOUSAND = 10_000

SEVERAL = {
    Field.PHONE, Field.NOTES, Field.PREFERENCES, Field.LIKES, Field.TABOOS, Field.ALLERGIES,
    Field.POTENTIAL, Field.COMPLETED, Field.GIFTS, Field.TAGS, Field.CHILDREN,
}  # fmt: skip
"""Fields that may take more than one column; their values are joined."""

_LUNAR = re.compile(r"农历|阴历|旧历|農曆|lunar", re.IGNORECASE)
_TEN_THOUSANDS = re.compile(r"[(（\[【][^)）\]】]*万[^)）\]】]*[)）\]】]|[/／]\s*万元?$")
_BRACKET = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_BIRTHDAY = re.compile(r"(?:的?(?:生日|出生日期|出生年月日?|生日日期)|birthday)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column that is read: `number` counts from 1 in the sheet, `index` from 0 in its rows.

    `lunar`, `unit` (10,000 under 万元) and `label` (大宝) are what the heading says besides.
    """

    index: int
    number: int
    heading: str
    field: Field
    lunar: bool = False
    unit: int = 1
    label: str = ""
    order: DateOrder = DateOrder.YEAR_FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A heading that resembles a known one; nothing is read until somebody agrees."""

    heading: str
    field: Field
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """How the columns of a sheet are understood."""

    columns: tuple[Column, ...] = ()
    ignored: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def field_of(heading: str, synonyms: Synonyms) -> tuple[Field, str] | None:
    """Return the field a heading names exactly, and the child's label it may hold."""
    for text in (heading, bare(heading)):
        word = normalised(text)
        if word in synonyms.by_heading:
            return synonyms.by_heading[word], ""
        label = synonyms.child_labels.get(_BIRTHDAY.sub("", word))
        if label is not None:
            return Field.CHILDREN, label
    return None


def bare(heading: str) -> str:
    """Return a heading without what stands in brackets."""
    return _BRACKET.sub("", heading)


def unit_of(heading: str) -> int:
    """Return what a bare number below a heading counts: 10,000 under 万元."""
    return _TEN_THOUSAND if _TEN_THOUSANDS.search(heading) else 1


def map_columns(
    headings: Sequence[str],
    rows: Sequence[Sequence[CellValue]],
    synonyms: Synonyms,
    *,
    first_column: int = 1,
    chosen: Mapping[str, Field | None] | None = None,
) -> Mapped:
    """Return which columns are read as what; `chosen` (heading to field) goes before all.

    A heading chosen as None is not read. `rows` are the data rows: a column of phones that
    are none is not taken.
    """
    columns: list[Column] = []
    ignored: list[str] = []
    taken: set[Field] = set()
    for index, heading in enumerate(headings):
        column = _column(index, first_column, heading, synonyms, chosen or {})
        if column and _may_take(column, taken, rows):
            columns.append(column)
            taken.add(column.field)
        elif heading:
            ignored.append(heading)
    return Mapped(
        columns=tuple(columns),
        ignored=tuple(ignored),
        suggestions=tuple(_suggestions(ignored, taken, synonyms)),
    )


def _column(
    index: int,
    first_column: int,
    heading: str,
    synonyms: Synonyms,
    chosen: Mapping[str, Field | None],
) -> Column | None:
    found = field_of(heading, synonyms)
    key = key_of(heading, chosen)
    if key is not None:
        said = chosen[key]
        found = None if said is None else (said, "")
    if found is None or not heading:
        return None
    column = Column(
        index=index, number=first_column + index, heading=heading, field=found[0], label=found[1]
    )
    return replace(column, lunar=_LUNAR.search(heading) is not None, unit=unit_of(heading))


def _may_take(column: Column, taken: set[Field], rows: Sequence[Sequence[CellValue]]) -> bool:
    if column.field in taken and column.field not in SEVERAL:
        return False
    if column.field is not Field.PHONE:
        return True
    said = [
        row[column.index]
        for row in rows[:ROWS_JUDGED]
        if column.index < len(row) and not is_blank(row[column.index])
    ]
    enough = len(said) >= _ENOUGH_TO_JUDGE
    return not enough or sum(map(looks_like_phone, said)) >= LEAST_PHONES * len(said)


def _suggestions(
    headings: Sequence[str], taken: set[Field], synonyms: Synonyms
) -> Iterator[Suggestion]:
    for heading in headings:
        word = normalised(heading)
        best = max(
            (
                (fuzz.ratio(word, known), known)
                for known in synonyms.by_heading
                if not any(veto in word and veto not in known for veto in synonyms.veto)
            ),
            default=(0.0, ""),
        )
        if best[0] < LEAST_RATIO:
            continue
        field = synonyms.by_heading[best[1]]
        if field not in taken or field in SEVERAL:
            yield Suggestion(heading=heading, field=field, score=round(best[0], 1))
