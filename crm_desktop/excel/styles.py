"""How our workbook looks: one calm set of formats, the header in the colour of the product."""

from dataclasses import dataclass
from typing import Any, Final

from crm_desktop.excel.columns import Kind

FONT: Final = "Microsoft YaHei"
DATE: Final = "yyyy-mm-dd"
MONEY: Final = "#,##0.00"
TEXT: Final = "@"
HEADER_HEIGHT: Final = 26
ROW_HEIGHT: Final = 20

_INK: Final = "#2B2326"
_HINT: Final = "#6A5D62"
_ACCENT: Final = "#9C4562"
_SOFT: Final = "#F5E6EB"
_LINE: Final = "#E8E0DC"
_NUMBERS: Final = {
    Kind.TEXT: TEXT,
    Kind.NOTE: TEXT,
    Kind.CHOICE: TEXT,
    Kind.DAY: TEXT,
    Kind.DATE: DATE,
    Kind.MONEY: MONEY,
    Kind.COUNT: "0",
}

DEFAULTS: Final = {"font_name": FONT, "font_size": 10, "font_color": _INK, "valign": "vcenter"}
"""The properties every format starts from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The formats of one workbook: of XlsxWriter, so made anew for each.

    `columns` is by kind; `day` is for a typed date in a column of texts, `run` for a
    part of a text.
    """

    columns: dict[Kind, Any]
    header: Any
    derived_header: Any
    day: Any
    run: Any
    title: Any
    heading: Any
    line: Any


def styles(workbook: Any) -> Styles:  # noqa: ANN401 - XlsxWriter is untyped
    """Return the formats, added to a workbook of XlsxWriter."""
    base = DEFAULTS
    header = base | {"bold": True, "bg_color": _SOFT, "bottom": 2, "bottom_color": _ACCENT}
    return Styles(
        columns={
            kind: workbook.add_format(
                base | {"num_format": number, "text_wrap": kind is Kind.NOTE, "valign": "top"}
            )
            for kind, number in _NUMBERS.items()
        },
        header=workbook.add_format(header),
        derived_header=workbook.add_format(header | {"font_color": _HINT, "italic": True}),
        day=workbook.add_format(
            base | {"num_format": DATE, "valign": "top", "align": "left"},
        ),
        run=workbook.add_format(base),
        title=workbook.add_format(
            base
            | {"bold": True, "font_size": 16, "font_color": _ACCENT, "bottom": 1}
            | {"bottom_color": _LINE}
        ),
        heading=workbook.add_format(base | {"bold": True, "font_color": _HINT, "valign": "top"}),
        line=workbook.add_format(base | {"text_wrap": True, "valign": "top", "num_format": TEXT}),
    )
