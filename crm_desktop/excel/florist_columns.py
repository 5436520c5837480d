"""Sheet 配送, for the florist: to whom, where, what to write on the card, what not to say.

Nothing else: that somebody does not know is never told, only what is to be kept silent about.
"""

from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import GiftState
from crm_desktop.domain.unaware import unaware
from crm_desktop.excel.columns import Column, Kind, Sheet, SheetRow

_COLUMNS: Final = (
    Column(name="recipient", header="收件人", width=12, is_fixed=True),
    Column(name="address", header="地址", width=36),
    Column(name="card_text", header="卡片文字", kind=Kind.NOTE, width=48),
    Column(name="keep_in_mind", header="送货时请留意", kind=Kind.NOTE, width=36),
    Column(name="notes", header="订购备注", kind=Kind.NOTE, width=30),
)
WITHHELD: Final = "【待确认】卡片文字请先向我核对"
"""What stands in place of a card text that gives the clinic or a treatment away."""

_AS_A_FRIEND: Final = "只说是朋友送的"
_SILENT: Final = "只说是朋友送的;勿提医院等任何机构,不放名片和宣传品"


def _rows(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield the gifts that are ordered and not delivered yet."""
    for gift in folder.gifts:
        if gift.state is GiftState.ORDERED and gift.delivered_on is None:
            person = folder.person(gift.person_id)
            name = folder.client.name if person is None else person.name or person.nickname
            mind = _SILENT if unaware(folder, gift.person_id) else _AS_A_FRIEND
            yield (
                f"g{gift.id}",
                (
                    name or folder.client.name,
                    folder.client.address,
                    gift.card_text,
                    mind,
                    gift.notes,
                ),
            )


DELIVERIES: Final = Sheet(key="delivery", title="配送", columns=_COLUMNS, rows=_rows)
