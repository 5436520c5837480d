"""A contact file (.vcf) for the phone: vCard 3.0, which iPhone and Android both read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.phone.card_days import lunar_value
from crm_desktop.phone.card_parts import is_chinese

_LONGEST_LINE: Final = 75
_ESCAPED: Final = re.compile(r"([\\,;])")
_MOBILE: Final = re.compile(r"1\d{10}")
_HIDDEN_YEAR: Final = 1604


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One card; `uid` is the same in every export, so that a phone replaces what it has."""

    uid: str
    name: str
    phones: tuple[str, ...] = ()
    birthday: DatedFact | None = None


def contact_file(contacts: Iterable[Contact]) -> Iterator[bytes]:
    """Yield the cards one after another."""
    for contact in contacts:
        yield "".join(map(_folded, _lines(contact))).encode()


def _lines(contact: Contact) -> Iterator[str]:
    name = _escaped(contact.name)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{contact.uid}"
    yield f"N:{_components(contact.name)}"
    yield f"FN:{name}"
    for place, digits in enumerate(contact.phones):
        first = ";TYPE=pref" if place == 0 else ""
        kind = "CELL" if _MOBILE.fullmatch(digits) else "VOICE"
        yield f"TEL;TYPE={kind}{first}:{digits}"
    if contact.birthday is not None:
        yield _birthday(contact.birthday)
    yield "END:VCARD"


def _birthday(fact: DatedFact) -> str:
    """Return her day; where the year is unknown as Apple writes it, which others understand."""
    if fact.is_lunar:
        return f"X-ALTBDAY;CALSCALE=chinese:{lunar_value(fact)}"
    place = f"{fact.month:02d}-{fact.day:02d}"
    if fact.year is None:
        return f"BDAY;X-APPLE-OMIT-YEAR={_HIDDEN_YEAR}:{_HIDDEN_YEAR}-{place}"
    return f"BDAY;VALUE=date:{fact.year:04d}-{place}"


def _components(name: str) -> str:
    """Return the name as one part, so that no phone turns 王小明 round."""
    if is_chinese(name) or " " not in name.strip():
        return f"{_escaped(name)};;;;"
    given, _, family = name.strip().rpartition(" ")
    return f"{_escaped(family)};{_escaped(given)};;;"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", " ".join(text.split()))


def _folded(line: str) -> str:
    """Return the line in pieces of at most 75 bytes, none of which cuts a character in two."""
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += width
    return "\r\n".join(pieces) + "\r\n"
