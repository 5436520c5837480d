"""Cards as the tests write them: one property a line."""

from crm_desktop.domain.drafts import Field
from crm_desktop.phone.card_reader import read_cards
from crm_desktop.phone.cards import Card


def card_of(*said: str, version: str = "3.0", encoding: str = "utf-8") -> Card:
    """Return the one card that says these properties."""
    text = "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *said, "END:VCARD", ""))
    [card] = read_cards(text.encode(encoding), "cards.vcf")
    return card


def said_of(field: Field, *said: str) -> str:
    """Return what a card that says these properties has for one field."""
    return card_of(*said).texts.get(field, "")
