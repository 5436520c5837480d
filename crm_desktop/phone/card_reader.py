"""A contact file to its cards: vCard 2.1, 3.0 and 4.0 in the dialects of phones and programs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import ContactsTooMany, NoContacts
from crm_desktop.domain.records.enums import Relation
from crm_desktop.phone import card_words
from crm_desktop.phone.card_days import day_text, lunar_day_text
from crm_desktop.phone.card_names import full_name
from crm_desktop.phone.card_parts import component_list, joined_address, text_of
from crm_desktop.phone.cards import Card
from crm_desktop.phone.content_lines import Line, lines

MOST_CARDS: Final = 50_000
_CARDS_PER_TICK: Final = 200
_EDGES: Final = frozenset({"BEGIN", "END"})
_GROUPS: Final = frozenset({"group"})
_ANDROID_TYPES: Final = {"relation": {"14": "spouse", "3": "child", "10": "partner"}}


def read_cards(
    data: bytes, name: str, tick: Callable[[int, int], None] | None = None
) -> tuple[Card, ...]:
    """Return the cards of a contact file; lists of contacts (groups) are none.

    Args:
        data: the bytes of the file.
        name: its name, told in errors.
        tick: called with (cards so far, 0); raises `Cancelled` to stop.

    Raises:
        NoContacts: not one card begins in it.
        ContactsTooMany: it holds more than any address book.

    """
    cards: list[Card] = []
    begun = 0
    for said in _bodies(data):
        begun += 1
        if begun > MOST_CARDS:
            raise ContactsTooMany(name, MOST_CARDS)
        if tick and begun % _CARDS_PER_TICK == 0:
            tick(begun, 0)
        if not _is_group(said):
            cards.append(_Reading(said).card(len(cards) + 1))
    if not begun:
        raise NoContacts(name)
    return tuple(cards)


def _bodies(data: bytes) -> Iterator[list[Line]]:
    """Yield the properties of each card; one that is cut short ends where the next begins."""
    body: list[Line] | None = None
    for line in _without_inner(lines(data)):
        if line.name in _EDGES:
            if body is not None:
                yield body
            body = [] if line.name == "BEGIN" else None
        elif body is not None:
            body.append(line)
    if body is not None:
        yield body


def _without_inner(said: Iterable[Line]) -> Iterator[Line]:
    """Leave out a card within a card (the AGENT of vCard 2.1): it is about somebody else."""
    inner, before = 0, ""
    for line in said:
        is_edge = line.name in _EDGES and line.value.upper() == "VCARD"
        if is_edge and line.name == "BEGIN" and (inner or before == "AGENT"):
            inner += 1
        elif inner:
            inner -= is_edge
        elif is_edge or line.name not in _EDGES:
            yield line
        before = line.name


def _is_group(said: list[Line]) -> bool:
    kinds = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
    return any(line.name in kinds and line.value.casefold() in _GROUPS for line in said)


class _Reading:
    """One card while its lines are gone through."""

    def __init__(self, said: list[Line]) -> None:
        self._said = said
        self._labels = {
            line.group: card_words.label_of(text_of(line.value))
            for line in said
            if line.name == "X-ABLABEL" and line.group
        }
        self._texts: dict[Field, list[str]] = {}
        self._children: list[str] = []
        self._partner = Relation.HUSBAND

    def card(self, number: int) -> Card:
        """Return what the card says."""
        names: dict[str, list[str]] = {}
        for line in self._said:
            if line.name in {"FN", "N", "NICKNAME", "ORG", "EMAIL"} and line.value:
                names.setdefault(line.name, []).append(line.value)
            reader = _READERS.get(line.name)
            if reader is not None and line.value:
                reader(self, line)
        self._add(Field.NAME, full_name(names))
        return Card(
            number=number,
            texts={field: _joined(field, found) for field, found in self._texts.items()},
            children=tuple(dict.fromkeys(self._children)),
            partner=self._partner,
        )

    def _add(self, field: Field, text: str) -> None:
        """Keep a text; what a card says twice is kept once."""
        found = self._texts.setdefault(field, [])
        if text and text not in found:
            found.append(text)
        if not found:
            del self._texts[field]

    def phone(self, line: Line) -> None:
        if line.is_of("fax", "pager") or line.parameters.get("TYPE", "").casefold() == "modem":
            return
        number = text_of(line.value).casefold().removeprefix("tel:")
        number = re.split(r";|ext|,", number, maxsplit=1)[0].strip()
        self._add(Field.PHONE, number)
        phones = self._texts.get(Field.PHONE, [])
        if line.is_of("pref") and number in phones:
            phones.insert(0, phones.pop(phones.index(number)))

    def birthday(self, line: Line) -> None:
        self._add(Field.BIRTHDAY, day_text(line))

    def lunar_birthday(self, line: Line) -> None:
        """Take the lunar day as the one she keeps; phones hold the other one beside it."""
        if text := lunar_day_text(line):
            self._texts.setdefault(Field.BIRTHDAY, []).insert(0, text)

    def wedding(self, line: Line) -> None:
        self._add(Field.WEDDING, day_text(line))

    def labelled_day(self, line: Line) -> None:
        self._day(self._labels.get(line.group, ""), line)

    def _day(self, label: str, line: Line) -> None:
        if label in card_words.ANNIVERSARIES:
            self.wedding(line)
        elif label in card_words.BIRTHDAYS:
            self.birthday(line)
        elif label in card_words.LUNAR_BIRTHDAYS:
            self.lunar_birthday(line)

    def spouse(self, line: Line) -> None:
        self._relative("spouse", text_of(line.value))

    def related(self, line: Line) -> None:
        """Take a relation of vCard 4; the address of another card says no name."""
        if line.parameters.get("VALUE", "").casefold() == "uri" or "urn:" in line.value[:4]:
            return
        for kind in line.parameters.get("TYPE", "").casefold().split(","):
            self._relative(card_words.label_of(kind), text_of(line.value))

    def labelled_relative(self, line: Line) -> None:
        self._relative(self._labels.get(line.group, ""), text_of(line.value))

    def _relative(self, label: str, name: str) -> None:
        relation = card_words.SPOUSES.get(label)
        if relation is not None:
            if Field.HUSBAND_NAME not in self._texts:
                self._partner = relation
            self._add(Field.HUSBAND_NAME, name)
        elif label in card_words.CHILDREN and name:
            self._children.append(name)

    def android(self, line: Line) -> None:
        """Take what Android hides in fields of its own: item type; value; type; label."""
        parts = component_list(line.value)
        kind = parts[0].rpartition("/")[2]
        value, number, said = (*parts[1:4], "", "", "")[:3]
        if kind == "nickname":
            self._add(Field.DISPLAY_NAME, value)
        elif kind == "relation":
            label = _ANDROID_TYPES[kind].get(number, card_words.label_of(said))
            self._relative(label, value)
        elif kind == "contact_event":
            label = {"1": "anniversary", "3": "birthday"}.get(number, card_words.label_of(said))
            self._day(label, Line(name="BDAY", value=value, parameters={}))

    def address(self, line: Line) -> None:
        self._add(Field.ADDRESS, joined_address(line.value))

    def work(self, line: Line) -> None:
        self._add(Field.OCCUPATION, " ".join(filter(None, component_list(line.value)[:1])))

    def notes(self, line: Line) -> None:
        self._add(Field.NOTES, text_of(line.value))

    def called(self, line: Line) -> None:
        self._add(Field.DISPLAY_NAME, text_of(line.value).partition(",")[0])

    def sex(self, line: Line) -> None:
        self._add(Field.SEX, card_words.SEXES.get(component_list(line.value)[0].casefold(), ""))

    def wechat(self, line: Line) -> None:
        self._add(Field.WECHAT, text_of(line.value))

    def qq(self, line: Line) -> None:
        self._add(Field.QQ, text_of(line.value))

    def messenger(self, line: Line) -> None:
        """Take an account of WeChat or QQ: IMPP;X-SERVICE-TYPE=微信号:x-apple:name."""
        scheme, has_scheme, account = text_of(line.value).rpartition(":")
        service = f"{line.parameters.get('X-SERVICE-TYPE', '')} {scheme}".casefold()
        service += line.parameters.get("TYPE", "").casefold()
        account = account if has_scheme else text_of(line.value)
        if any(word in service for word in ("wechat", "weixin", "微信")):
            self._add(Field.WECHAT, account)
        elif "qq" in service:
            self._add(Field.QQ, account)


_ONE_TEXT: Final = frozenset(
    {Field.BIRTHDAY, Field.WEDDING, Field.SEX, Field.WECHAT, Field.QQ, Field.ADDRESS}
    | {Field.DISPLAY_NAME, Field.HUSBAND_NAME}
)


def _joined(field: Field, found: list[str]) -> str:
    if field in _ONE_TEXT:
        return found[0]
    mark = {Field.PHONE: "、", Field.OCCUPATION: " "}.get(field, "\n")
    return mark.join(found)


_READERS: Final[Mapping[str, Callable[[_Reading, Line], None]]] = {
    "TEL": _Reading.phone,
    "BDAY": _Reading.birthday,
    "X-ALTBDAY": _Reading.lunar_birthday,
    **dict.fromkeys(
        (
            "ANNIVERSARY",
            "X-ANNIVERSARY",
            "X-EVOLUTION-ANNIVERSARY",
            "X-MS-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY",
            "X-WEDDINGDAY",
        ),
        _Reading.wedding,
    ),
    "X-ABDATE": _Reading.labelled_day,
    **dict.fromkeys(
        ("X-SPOUSE", "X-EVOLUTION-SPOUSE", "X-MS-SPOUSE", "X-KADDRESSBOOK-X-SPOUSESNAME"),
        _Reading.spouse,
    ),
    "RELATED": _Reading.related,
    "X-ABRELATEDNAMES": _Reading.labelled_relative,
    "X-ANDROID-CUSTOM": _Reading.android,
    "ADR": _Reading.address,
    "ORG": _Reading.work,
    "TITLE": _Reading.work,
    "NOTE": _Reading.notes,
    "NICKNAME": _Reading.called,
    "GENDER": _Reading.sex,
    "X-GENDER": _Reading.sex,
    "X-WAB-GENDER": _Reading.sex,
    "X-WECHAT": _Reading.wechat,
    "X-WEIXIN": _Reading.wechat,
    "X-QQ": _Reading.qq,
    "IMPP": _Reading.messenger,
    "X-SOCIALPROFILE": _Reading.messenger,
}
