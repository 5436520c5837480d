"""What she chose for the columns and sheets of a list, as rules and as what is shown."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.reading_rules import ReadingRules

if TYPE_CHECKING:
    # It loads what reads workbooks, which the pages do beside the screen.
    from crm_desktop.services.import_columns import ListColumn


def as_chosen(
    columns: "Sequence[ListColumn]", rules: ReadingRules, bills: Collection[str]
) -> "tuple[ListColumn, ...]":
    """Return the columns with what was chosen for them; `bills` names the sheets of bills."""
    return tuple(
        replace(
            column,
            field=(rules.bill_columns if column.sheet in bills else rules.columns).get(
                column.heading, column.field
            ),
        )
        for column in columns
    )


def with_field(  # noqa: PLR0913, PLR0917 - a column, its field, and among which others it stands
    columns: "Sequence[ListColumn]",
    rules: ReadingRules,
    bills: Collection[str],
    heading: str,
    field: Field | BillField | None,
    sheet: str,
) -> ReadingRules:
    """Return the rules after a column was said to be `field`, None for not read."""
    from crm_desktop.services.import_columns import chosen_with  # noqa: PLC0415 - see above

    is_bill = sheet in bills
    among = [one for one in columns if (one.sheet in bills) == is_bill]
    before = rules.bill_columns if is_bill else rules.columns
    chosen: dict[str, Any] = dict(chosen_with(among, before, heading, field))
    name = "bill_columns" if is_bill else "columns"
    return replace(rules, **{name: chosen})  # type: ignore[arg-type] # either mapping
