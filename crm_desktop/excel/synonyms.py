"""The table of headings in resources/synonyms.toml, ready to be asked."""

import pathlib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from crm_desktop.domain.drafts import BillField, Field

F = TypeVar("F", bound=StrEnum)

_SIGNS = re.compile(r"[\W_]+")
_NOT_OF_A_CLINIC: Final = {Field.VISITS_STATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """What headings mean. All words are normalised; `by_heading` holds every known heading.

    `clinic` holds those that mean something else, or anything at all, in a clinic's export;
    `bills` those of a list of bills, of two for one thing the better one first.
    """

    by_heading: Mapping[str, Field]
    veto: tuple[str, ...]
    totals: frozenset[str]
    signatures: frozenset[str]
    samples: tuple[str, ...]
    neutral: frozenset[str]
    people: Mapping[str, str]
    child_labels: Mapping[str, str]
    clinic: Mapping[str, Field]
    bills: Mapping[str, BillField]

    def knowing(self, columns: Mapping[str, Field | None]) -> "Synonyms":
        """Return the table with headings somebody has explained, by which a sheet is found."""
        said = {normalised(heading): field for heading, field in columns.items() if field}
        return replace(self, by_heading={**self.by_heading, **said}) if said else self

    def of_clinic(self) -> "Synonyms":
        """Return the table for the client sheets of a clinic: its ladder is no tier of ours."""
        own = {
            heading: Field.MEMBER_LEVEL if field is Field.TIER else field
            for heading, field in self.by_heading.items()
            if field not in _NOT_OF_A_CLINIC
        }
        return replace(self, by_heading={**own, **self.clinic})


def load_synonyms(path: pathlib.Path) -> Synonyms:
    """Read the table; a heading that stands under two fields is a mistake and raises."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Synonyms(
        by_heading=_headings(table["fields"], Field),
        clinic=_headings(table["clinic"], Field),
        bills=_headings(table["bills"], BillField),
        veto=tuple(map(normalised, table["veto"])),
        totals=frozenset(map(normalised, table["totals"])),
        signatures=frozenset(map(normalised, table["signatures"])),
        samples=tuple(map(normalised, table["samples"])),
        neutral=frozenset(map(normalised, table["neutral"])),
        people={
            normalised(word): person for person, words in table["people"].items() for word in words
        },
        child_labels={normalised(label): label for label in table["children"]["labels"]},
    )


def _headings(table: Mapping[str, list[str]], kind: type[F]) -> dict[str, F]:
    found: dict[str, F] = {}
    for key, headings in table.items():
        for heading in map(normalised, headings):
            if found.setdefault(heading, kind(key)) is not kind(key):
                raise ValueError(heading)
    return found


def key_of(heading: str, chosen: Iterable[str]) -> str | None:
    """Return which of the chosen headings this one is, None for none; spaces do not count."""
    known = tuple(chosen)
    if heading in known:
        return heading
    word = normalised(heading)
    return next((one for one in known if normalised(one) == word), None) if word else None


def normalised(heading: str) -> str:
    """Return a heading without width, case, spaces and punctuation: 喜好 / 忌口 is 喜好忌口."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", heading).casefold())
