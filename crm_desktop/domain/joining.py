"""Joining two clients into one, field by field: what to ask, and what becomes of each answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Client, DateKind

MAIN_PHONE: Final = "main_phone"
BIRTHDAY: Final = DateKind.BIRTHDAY.value
WEDDING: Final = DateKind.WEDDING.value

_NOT_ASKED: Final = frozenset({"id", "uid", "trashed_on", "created_at", "updated_at"})
_FLAGS: Final = frozenset({"vip", "marked_big", "do_not_contact"})
_STATES: Final = frozenset({"archived_on", "deceased_on"})
_ONE_ONLY: Final = frozenset({"name", "display_name", "wechat", "qq", "owner"})
_LINES: Final = frozenset({"notes", "private_notes", "health_notes", "personality", "address"})


class Side(StrEnum):
    """Whose value stands in the one client that remains."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


MergeChoice = Mapping[str, Side]
"""Her answers by the name of the difference; what she was not asked or left has its default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in which two clients differ; `name` is a field of `Client` or a main fact."""

    name: str
    kept: Any
    other: Any
    default: Side = Side.KEPT
    can_be_both: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The choice with its defaults."""

    by_name: MergeChoice = field(default_factory=dict)

    def of(self, difference: Difference) -> Side:
        """Return the answer to one difference; both only where that can be."""
        side = self.by_name.get(difference.name, difference.default)
        is_both = side is Side.BOTH and not difference.can_be_both
        return difference.default if is_both else side


def differences(kept: ClientFolder, other: ClientFolder) -> tuple[Difference, ...]:
    """Return what is to be asked before two clients are joined: where both say something else."""
    return (*_of_client(kept.client, other.client), *_of_main_facts(kept, other))


def joined_client(kept: Client, other: Client, choice: MergeChoice) -> Client:
    """Return the client both become; a fact only one of them has is taken as it is.

    She is as old in the book as the older one, and keeps the identity of the kept one.
    """
    values = {
        each.name: getattr(other, each.name)
        for each in fields(Client)
        if each.name not in _NOT_ASKED and _is_blank(getattr(kept, each.name))
    }
    answers = Answers(by_name=choice)
    values |= {one.name: _answer(one, answers.of(one)) for one in _of_client(kept, other)}
    created = [at for at in (kept.created_at, other.created_at) if at is not None]
    values["created_at"] = min(created, default=None)
    for link in {kept.id, other.id}:
        if values.get("referred_by_id", kept.referred_by_id) == link:
            values["referred_by_id"] = None
    return replace(kept, **values)


def _of_client(kept: Client, other: Client) -> list[Difference]:
    found = []
    for each in fields(Client):
        ours, theirs = getattr(kept, each.name), getattr(other, each.name)
        if each.name in _NOT_ASKED or ours == theirs:
            continue
        if each.name in _FLAGS:
            default = Side.KEPT if ours else Side.OTHER
            found.append(Difference(name=each.name, kept=ours, other=theirs, default=default))
        elif each.name in _STATES or not (_is_blank(ours) or _is_blank(theirs)):
            found.append(_asked(each.name, ours, theirs, kept, other))
    return found


def _asked(name: str, ours: Any, theirs: Any, kept: Client, other: Client) -> Difference:  # noqa: ANN401 - any fact
    can_be_both = isinstance(ours, str) and type(ours) is str and name not in _ONE_ONLY
    default = Side.BOTH if name in _LINES else Side.KEPT
    if name == "archived_on":
        # Who is served by one of the two is served.
        default = Side.KEPT if ours is None else Side.OTHER if theirs is None else default
    elif name == "deceased_on":
        default = Side.OTHER if ours is None else Side.KEPT
    elif name == "referred_by_id" and ours in {kept.id, other.id}:
        default = Side.OTHER
    return Difference(name=name, kept=ours, other=theirs, default=default, can_be_both=can_be_both)


def _of_main_facts(kept: ClientFolder, other: ClientFolder) -> list[Difference]:
    found = []
    ours = next((phone.digits for phone in kept.phones if phone.is_main), "")
    theirs = next((phone.digits for phone in other.phones if phone.is_main), "")
    if ours and theirs and ours != theirs:
        found.append(Difference(name=MAIN_PHONE, kept=ours, other=theirs))
    for kind in (DateKind.BIRTHDAY, DateKind.WEDDING):
        our_day, their_day = kept.main_date(kind), other.main_date(kind)
        if our_day and their_day and our_day.fact != their_day.fact:
            found.append(Difference(name=kind.value, kept=our_day.fact, other=their_day.fact))
    return found


def _answer(difference: Difference, side: Side) -> Any:  # noqa: ANN401 - any fact
    if side is Side.KEPT:
        return difference.kept
    if side is Side.OTHER:
        return difference.other
    return both(difference.kept, difference.other, lines=difference.name in _LINES)


def both(ours: str, theirs: str, *, lines: bool) -> str:
    """Return two texts as one: lines of theirs we have not, else what is new behind a 、."""
    if not lines:
        return "、".join(dict.fromkeys(text for text in (ours, theirs) if text))
    known = {line.strip() for line in ours.splitlines()}
    new = [line for line in theirs.splitlines() if line.strip() not in known]
    return "\n".join([*([ours] if ours else []), *new])


def _is_blank(value: object) -> bool:
    return value is None or value == ""
