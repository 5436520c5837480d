"""Specs: which fields a record shows, in which order, and how each is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.ui.text.choices import choices

MANY: Final = 999


class Kind(StrEnum):
    """How a field is typed."""

    TEXT = "text"
    LONG = "long"
    MONEY = "money"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    FLAG = "flag"
    FACT = "fact"
    POLICY = "policy"
    PERSON = "person"
    CLIENT = "client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One field: the attribute it shows, its English label, how it is typed.

    `choices` returns value and word of each choice; `is_optional` lets it be empty; `is_first`
    puts it into the short form by which a record is added, `is_needed` must be filled there.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    choices: Callable[[], list[tuple[object, str]]] | None = None
    bounds: tuple[int, int] = (0, MANY)
    is_optional: bool = True
    is_first: bool = False
    is_needed: bool = False

    @property
    def words(self) -> str:
        """Return the label as it is read."""
        return QCoreApplication.translate("Facts", self.label)

    @property
    def is_wide(self) -> bool:
        """Return whether the field takes the whole width."""
        return self.kind in {Kind.LONG, Kind.POLICY}


def text(name: str, label: str, *, first: bool = False, needed: bool = False) -> Spec:
    """Return a line of words."""
    return Spec(name=name, label=label, is_first=first or needed, is_needed=needed)


def long(name: str, label: str, *, first: bool = False) -> Spec:
    """Return several lines of words."""
    return Spec(name=name, label=label, kind=Kind.LONG, is_first=first)


def money(name: str, label: str, *, first: bool = False, optional: bool = True) -> Spec:
    """Return an amount."""
    return Spec(name=name, label=label, kind=Kind.MONEY, is_first=first, is_optional=optional)


def number(
    name: str,
    label: str,
    bounds: tuple[int, int] = (0, MANY),
    *,
    first: bool = False,
    optional: bool = True,
) -> Spec:
    """Return a whole number within bounds."""
    return Spec(
        name=name,
        label=label,
        kind=Kind.NUMBER,
        bounds=bounds,
        is_first=first,
        is_optional=optional,
    )


def day(name: str, label: str, *, first: bool = False, optional: bool = True) -> Spec:
    """Return a day of the calendar."""
    return Spec(name=name, label=label, kind=Kind.DAY, is_first=first, is_optional=optional)


def flag(name: str, label: str) -> Spec:
    """Return a yes or no."""
    return Spec(name=name, label=label, kind=Kind.FLAG)


def one_of(
    name: str, label: str, kind: type[StrEnum], *, first: bool = False, optional: bool = False
) -> Spec:
    """Return one of a closed set; where optional, the first choice is nothing."""
    return Spec(
        name=name,
        label=label,
        kind=Kind.CHOICE,
        choices=_Choices(kind, optional=optional),
        is_first=first,
        is_optional=optional,
    )


def picked(
    name: str, label: str, pairs: Callable[[], list[tuple[object, str]]], *, first: bool = False
) -> Spec:
    """Return one of an open set of codes; a code that is not among `pairs` stays as it is."""
    return Spec(name=name, label=label, kind=Kind.CHOICE, choices=pairs, is_first=first)


def of_kind(
    name: str, label: str, kind: Kind, *, first: bool = False, needed: bool = False
) -> Spec:
    """Return a field of one of the rarer kinds."""
    return Spec(name=name, label=label, kind=kind, is_first=first, is_needed=needed)


class _Choices:
    """Returns the members of a closed set with their words, in the language of the moment."""

    def __init__(self, kind: type[StrEnum], *, optional: bool) -> None:
        self._kind = kind
        self._optional = optional

    def __call__(self) -> list[tuple[object, str]]:
        nothing: list[tuple[object, str]] = [(None, "—")] if self._optional else []
        return [*nothing, *choices(self._kind)]
