"""The columns of a sheet of bills: what each is, and of two for one thing the better one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.drafts import BillField
from crm_desktop.domain.reading_rules import DateOrder
from crm_desktop.excel.mapping import bare, unit_of
from crm_desktop.excel.synonyms import Synonyms, key_of, normalised

_WHO: Final = {BillField.CARD_NUMBER, BillField.NAME, BillField.PHONE}
_WHAT: Final = {BillField.PROJECT, BillField.PAID}
_TELLING: Final = {
    BillField.ORDER_NUMBER, BillField.VISIT_TYPE, BillField.CATEGORY, BillField.PROJECT,
    BillField.QUANTITY, BillField.PRICE, BillField.LIST_TOTAL, BillField.PAID, BillField.DOCTOR,
}  # fmt: skip
_LEAST_TELLING: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BillColumn:
    """One column of a sheet of bills; `number` counts from 1, `index` from 0 in its rows."""

    index: int
    number: int
    heading: str
    field: BillField
    unit: int = 1
    order: DateOrder = DateOrder.YEAR_FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class BillColumns:
    """How a sheet of bills is understood: its columns in their order, by what they are."""

    columns: tuple[BillColumn, ...] = ()
    by_field: Mapping[BillField, BillColumn] = field(default_factory=dict)

    @property
    def are_bills(self) -> bool:
        """Return whether they say who came, when, and what she bought or paid."""
        told = self.by_field.keys()
        telling = len(_TELLING & told) >= _LEAST_TELLING
        return BillField.ON in told and bool(_WHO & told) and bool(_WHAT & told) and telling


def bill_field_of(heading: str, synonyms: Synonyms) -> BillField | None:
    """Return what a heading of a sheet of bills names exactly."""
    known = synonyms.bills
    return known.get(normalised(heading)) or known.get(normalised(bare(heading)))


def bill_columns(
    headings: Sequence[str],
    synonyms: Synonyms,
    *,
    first_column: int = 1,
    chosen: Mapping[str, BillField | None] | None = None,
    order: DateOrder = DateOrder.YEAR_FIRST,
) -> BillColumns:
    """Return which columns are read as what; what was chosen goes before all."""
    ranks = {heading: rank for rank, heading in enumerate(synonyms.bills)}
    best: dict[BillField, tuple[int, BillColumn]] = {}
    for index, heading in enumerate(headings):
        key = key_of(heading, chosen or ())
        said = bill_field_of(heading, synonyms) if key is None else (chosen or {})[key]
        if not heading or said is None:
            continue
        column = BillColumn(
            index=index,
            number=first_column + index,
            heading=heading,
            field=said,
            unit=unit_of(heading),
            order=order,
        )
        rank = -1 if key is not None else _rank(heading, ranks)
        if said not in best or rank < best[said][0]:
            best[said] = rank, column
    columns = sorted((column for _, column in best.values()), key=_place)
    return BillColumns(columns=tuple(columns), by_field={each.field: each for each in columns})


def _rank(heading: str, ranks: Mapping[str, int]) -> int:
    return min(ranks.get(normalised(text), len(ranks)) for text in (heading, bare(heading)))


def _place(column: BillColumn) -> int:
    return column.index
