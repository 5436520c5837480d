"""The layout of our own workbook: its sheets in order, who may have which column, the notes.

Titles, headers and keys are a contract with workbooks that are out already: add, never rename.
"""

from collections.abc import Collection
from typing import Final

from crm_desktop.domain.errors import UnknownColumns
from crm_desktop.domain.exporting import ColumnChoice, Recipient
from crm_desktop.excel.care_columns import FOLLOW_UPS, PROJECTS, VISITS
from crm_desktop.excel.client_columns import CLIENTS
from crm_desktop.excel.columns import Column, Sheet
from crm_desktop.excel.family_columns import GIFTS, PEOPLE
from crm_desktop.excel.florist_columns import DELIVERIES
from crm_desktop.excel.sensitive import SENSITIVE

SCHEMA: Final = 1
COVER: Final = "说明"
LISTS: Final = "字典"
SYNC: Final = "_sync"

SHORT_ID: Final = Column(name="short_id", header="编号", width=10, is_fixed=True)
IDENTITY: Final = Column(name="identity", header="标识(请勿改动)", width=12, is_fixed=True)
ACTION: Final = Column(
    name="action",
    header="操作",
    width=8,
    choices="action",
    hint="选 删除 即删除此行",
    is_fixed=True,
)
"""Column A, the hidden column B, and the last column of every sheet that can come back."""

SHEETS: Final[tuple[Sheet, ...]] = (CLIENTS, PEOPLE, VISITS, PROJECTS, GIFTS, FOLLOW_UPS)
"""The sheets that go out and come back, in the order of the workbook."""

_KEY_OPENS: Final = "〔"
_KEY_CLOSES: Final = "〕"


def comes_back(recipient: Recipient) -> bool:
    """Say whether a sheet for this recipient is to be read back, so carries identities."""
    return recipient is not Recipient.FLORIST


def sheets_for(recipient: Recipient) -> tuple[Sheet, ...]:
    """Return the sheets a recipient may have."""
    return (DELIVERIES,) if recipient is Recipient.FLORIST else SHEETS


def choices_for(recipient: Recipient) -> tuple[ColumnChoice, ...]:
    """Return the columns a recipient may have, in the order of the workbook."""
    return tuple(
        ColumnChoice(
            key=sheet.full_key(column),
            sheet=sheet.title,
            header=column.header,
            is_fixed=column.is_fixed,
            sensitive=SENSITIVE.get(sheet.full_key(column)),
        )
        for sheet in sheets_for(recipient)
        for column in _allowed(sheet, recipient)
    )


def chosen(
    recipient: Recipient, keys: Collection[str] | None = None
) -> tuple[tuple[Sheet, tuple[Column, ...]], ...]:
    """Return each sheet with the columns that go out; None chooses all that may.

    A sheet of which nothing but whose row it is was chosen is left out, sheet 客户 never.

    Raises:
        UnknownColumns: A key is not one that this recipient may have.
    """
    allowed = [(sheet, _allowed(sheet, recipient)) for sheet in sheets_for(recipient)]
    if keys is None:
        return tuple(allowed)
    known = {sheet.full_key(column) for sheet, columns in allowed for column in columns}
    strange = tuple(sorted(set(keys) - known))
    if strange:
        raise UnknownColumns(strange)
    picked = [
        (sheet, tuple([c for c in columns if c.is_fixed or sheet.full_key(c) in keys]))
        for sheet, columns in allowed
    ]
    return tuple(
        (sheet, columns)
        for sheet, columns in picked
        if sheet is CLIENTS or any(not column.is_fixed for column in columns)
    )


def list_name(choices: str) -> str:
    """Return the defined name of a dropdown list."""
    return f"list_{choices}"


def note_of(column: Column, key: str) -> str:
    """Return the note of a header: a hint for her, and the key our import goes by."""
    mark = f"{_KEY_OPENS}{key}{_KEY_CLOSES}"
    return f"{column.hint}\n{mark}" if column.hint else mark


def key_of_note(note: str) -> str | None:
    """Return the key in the note of a header, None where it is not one of ours."""
    head, opens, rest = note.rpartition(_KEY_OPENS)
    key, closes, _ = rest.partition(_KEY_CLOSES)
    del head
    return key if opens and closes and key else None


def _allowed(sheet: Sheet, recipient: Recipient) -> tuple[Column, ...]:
    return tuple(
        column for column in sheet.columns if recipient is Recipient.ME or not column.is_owner_only
    )
