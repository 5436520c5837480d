"""What goes to the florist: whose gifts, no card or note that gives the clinic away."""

from dataclasses import replace

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.excel.florist_columns import WITHHELD


def for_florist(folder: ClientFolder, settings: BookSettings) -> tuple[ClientFolder, int]:
    """Return a client's file with such cards withheld, and how many of those going out were."""
    telling = {
        gift.id
        for gift in folder.gifts
        if _goes_out(gift) and card_tells(gift.card_text, folder, settings)
    }
    gifts = [
        replace(
            gift,
            card_text=WITHHELD if gift.id in telling else gift.card_text,
            notes="" if card_tells(gift.notes, folder, settings) else gift.notes,
        )
        for gift in folder.gifts
    ]
    return replace(folder, gifts=tuple(gifts)), len(telling)


def is_for_florist(folder: ClientFolder) -> bool:
    """Tell whether something is to be delivered; nothing goes where reminders have stopped."""
    return not folder.client.is_quiet and any(_goes_out(gift) for gift in folder.gifts)


def _goes_out(gift: Gift) -> bool:
    return gift.state is GiftState.ORDERED and gift.delivered_on is None
