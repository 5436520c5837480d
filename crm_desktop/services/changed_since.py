"""Which clients read otherwise than in the sheet a person had last."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from sqlalchemy.orm import Session

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.counterparts import cells_of
from crm_desktop.excel.row_text import RowText, said_of
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import chosen
from crm_desktop.services import sync_bases
from crm_desktop.services.export_log import columns_sent
from crm_desktop.services.sent_bases import counterpart_of

Rows = Mapping[str, Mapping[str, str]]
"""By part, the cells of the rows of one client."""


def changed_since(
    session: Session, order: SheetOrder, columns: Collection[str] | None
) -> Callable[[ClientFolder], bool]:
    """Return what tells whether a client is new to this person, or would read otherwise now.

    Compared are the columns that went last time and would go now.
    """
    had = _had(session, order)
    texts = [
        RowText(sheet, picked, order.recipient, mask_phones=order.mask_phones)
        for sheet, picked in chosen(order.recipient, columns)
    ]
    said, sent = said_of(texts), columns_sent(session, order.recipient, order.to)
    now = {text.sheet.full_key(column) for text in texts for column in text.columns}

    def is_changed(folder: ClientFolder) -> bool:
        known = had.get(folder.client.id)
        if known is None:
            return True
        rows = {part: cells_of(text) for part, text in said(folder).items()}
        return any(
            _shown(rows, part, now & sent) != _shown(known, part, now & sent)
            for part in rows.keys() | known.keys()
        )

    return is_changed


def _had(session: Session, order: SheetOrder) -> dict[int, dict[str, Mapping[str, str]]]:
    found: defaultdict[int, dict[str, Mapping[str, str]]] = defaultdict(dict)
    counterpart = counterpart_of(order.recipient, order.to)
    if counterpart is not None:
        for (client, part), cells in sync_bases.bases_of(session, counterpart).items():
            found[client][part] = cells
    return dict(found)


def _shown(rows: Rows, part: str, keys: Collection[str]) -> dict[str, str]:
    return {key: text for key, text in rows.get(part, {}).items() if key in keys}
