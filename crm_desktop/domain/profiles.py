"""Profiles: how the lists of one source are read, kept under a name, as JSON she can pass on.

A profile holds headings and rules, never anything that stood below a heading.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.reading_rules import BlankRule, DateOrder, ReadingRules
from crm_desktop.domain.sheet_lists import Lists

VERSION: Final = 1
CLOSE_ENOUGH: Final = 0.8
"""How like two lists must be for one to be offered the profile of the other."""

_BETWEEN: Final = "\n"

E = TypeVar("E", bound=StrEnum)


class NotAProfile(ValueError):
    """A text that is no profile of ours, or one a later version wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One profile; `headings` are those of the list it was made from, as they are compared.

    `unknown` names what a newer version wrote and this one does not know.
    """

    id: int = 0
    name: str
    kind: ListKind
    headings: frozenset[str]
    rules: ReadingRules
    unknown: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Return what the list is known by: its headings, in whatever order they came."""
        return fingerprint(self.headings)


def fingerprint(headings: Collection[str]) -> str:
    """Return one text for a set of headings."""
    return _BETWEEN.join(sorted(headings))


def headings_in(text: str) -> frozenset[str]:
    """Return the headings a fingerprint was made of."""
    return frozenset(filter(None, text.split(_BETWEEN)))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return the share of headings both have of those either has (the index of Jaccard)."""
    ours, theirs = set(one), set(other)
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def fitting(
    profiles: Collection[Profile], sheets: Sequence[Sequence[frozenset[str]]]
) -> tuple[tuple[Profile, ...], Profile | None]:
    """Return the profiles a workbook has exactly the headings of, and else the one most like it.

    Of those that fit, one that knows only a part of what another knows stands back. `sheets`
    holds, sheet by sheet, the rows that may be its headings, as they are compared.
    """
    liked = [(_likeness_to(one.headings, sheets), one) for one in profiles]
    exact = [one for score, one in liked if score == 1]
    widest = [one for one in exact if not any(one.headings < other.headings for other in exact)]
    score, best = max(liked, key=lambda pair: pair[0], default=(0.0, None))
    return tuple(widest), best if CLOSE_ENOUGH <= score < 1 else None


def _likeness_to(sought: frozenset[str], sheets: Sequence[Sequence[frozenset[str]]]) -> float:
    """Return the likeness to the rows that have most of what is sought.

    A sheet that would only make the workbook less like is passed over.
    """
    score, found = 0.0, frozenset[str]()
    rows = (max(sheet, key=lambda row: likeness(sought, row), default=found) for sheet in sheets)
    for row in sorted(rows, key=lambda row: -likeness(sought, row)):
        if likeness(sought, found | row) > score:
            found |= row
            score = likeness(sought, found)
    return score


def rules_to_json(rules: ReadingRules) -> str:
    """Return rules as the book keeps them."""
    return json.dumps(_plain(rules), ensure_ascii=False)


def rules_from_json(text: str) -> tuple[ReadingRules, tuple[str, ...]]:
    """Return rules, and what of them this version does not know; that is left out.

    Raises:
        NotAProfile: the text holds no rules.
    """
    return _rules(_object(text))


def to_file(profile: Profile) -> str:
    """Return a profile as a text to pass on."""
    body = {
        "client-keeper-profile": VERSION,
        "name": profile.name,
        "kind": profile.kind.value,
        "headings": sorted(profile.headings),
        "rules": _plain(profile.rules),
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def from_file(text: str) -> Profile:
    """Return the profile in a text that was passed on.

    Raises:
        NotAProfile: it is something else, or of a later version.
    """
    body = _object(text)
    version, name, headings = (
        body.get(key) for key in ("client-keeper-profile", "name", "headings")
    )
    if not isinstance(version, int) or version > VERSION:
        raise NotAProfile
    kind = _member(ListKind, body.get("kind"))
    if kind is None or not isinstance(name, str) or not name.strip():
        raise NotAProfile
    if not isinstance(headings, list) or not all(isinstance(one, str) for one in headings):
        raise NotAProfile
    stated = body.get("rules")
    if not isinstance(stated, dict):
        raise NotAProfile
    rules, unknown = _rules(stated)
    return Profile(
        name=name.strip(), kind=kind, headings=frozenset(headings), rules=rules, unknown=unknown
    )


def _plain(rules: ReadingRules) -> dict[str, object]:
    return {
        "columns": {heading: _value(field) for heading, field in rules.columns.items()},
        "bill_columns": {heading: _value(field) for heading, field in rules.bill_columns.items()},
        "sheets": {name: lists.value for name, lists in rules.sheets.items()},
        "defaults": {field.value: text for field, text in rules.defaults.items()},
        "clinic_owned": sorted(field.value for field in rules.clinic_owned),
        "blank": rules.blank.value,
        "date_order": rules.date_order.value,
        "card_source": rules.card_source,
    }


def _value(field: StrEnum | None) -> str | None:
    return None if field is None else field.value


def _rules(body: Mapping[str, object]) -> tuple[ReadingRules, tuple[str, ...]]:
    """Return the rules in a JSON object; a word this version lacks is named, and passed over."""
    unknown = sorted(set(body) - set(_plain(ReadingRules())))
    note = unknown.append
    rules = ReadingRules(
        columns=_columns(Field, body.get("columns"), note),
        bill_columns=_columns(BillField, body.get("bill_columns"), note),
        sheets=_sheets(body.get("sheets"), note),
        defaults=_defaults(body.get("defaults"), note),
        clinic_owned=frozenset(_members(Field, body.get("clinic_owned"), note)),
        blank=_known(BlankRule, body.get("blank"), BlankRule.KEEPS, note),
        date_order=_known(DateOrder, body.get("date_order"), DateOrder.YEAR_FIRST, note),
        card_source=_text(body.get("card_source")) or ReadingRules().card_source,
    )
    return rules, tuple(unknown)


def _columns(kind: type[E], body: object, note: Callable[[str], object]) -> dict[str, E | None]:
    found: dict[str, E | None] = {}
    for heading, said in body.items() if isinstance(body, dict) else ():
        field = _member(kind, said)
        if field is None and said is not None:
            note(str(said))
        else:
            found[heading] = field
    return found


def _sheets(body: object, note: Callable[[str], object]) -> dict[str, Lists]:
    found = _columns(Lists, body, note)
    return {name: lists for name, lists in found.items() if lists is not None}


def _defaults(body: object, note: Callable[[str], object]) -> dict[Field, str]:
    found: dict[Field, str] = {}
    for name, text in body.items() if isinstance(body, dict) else ():
        field = _member(Field, name)
        if field is None or not isinstance(text, str):
            note(str(name))
        else:
            found[field] = text
    return found


def _members(kind: type[E], body: object, note: Callable[[str], object]) -> list[E]:
    found = []
    for said in body if isinstance(body, list) else ():
        member = _member(kind, said)
        if member is None:
            note(str(said))
        else:
            found.append(member)
    return found


def _known(kind: type[E], said: object, usual: E, note: Callable[[str], object]) -> E:
    member = _member(kind, said)
    if member is None and said is not None:
        note(str(said))
    return usual if member is None else member


def _member(kind: type[E], said: object) -> E | None:
    return kind(said) if isinstance(said, str) and said in set(kind) else None


def _text(said: object) -> str:
    return said.strip() if isinstance(said, str) else ""


def _object(text: str) -> dict[str, object]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAProfile from error
    if not isinstance(body, dict):
        raise NotAProfile
    return body
