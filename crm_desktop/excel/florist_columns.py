"""Sheet 配送, for the florist: to whom, where, and what to write on the card. Nothing else."""

from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import GiftState
from crm_desktop.excel.columns import Column, Kind, Sheet, SheetRow

_COLUMNS: Final = (
    Column(name="recipient", header="收件人", width=12, is_fixed=True),
    Column(name="address", header="地址", width=36),
    Column(name="card_text", header="卡片文字", kind=Kind.NOTE, width=48),
)


def _rows(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield the gifts that are ordered and not delivered yet."""
    for gift in folder.gifts:
        if gift.state is GiftState.ORDERED and gift.delivered_on is None:
            person = folder.person(gift.person_id)
            name = folder.client.name if person is None else person.name or person.nickname
            yield f"g{gift.id}", (name or folder.client.name, folder.client.address, gift.card_text)


DELIVERIES: Final = Sheet(key="delivery", title="配送", columns=_COLUMNS, rows=_rows)
