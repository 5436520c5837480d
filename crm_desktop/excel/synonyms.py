"""The table of headings in resources/synonyms.toml, ready to be asked."""

import pathlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from crm_desktop.domain.drafts import Field

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """What headings mean. All words are normalised; `by_heading` holds every known heading."""

    by_heading: Mapping[str, Field]
    veto: tuple[str, ...]
    totals: frozenset[str]
    signatures: frozenset[str]
    samples: tuple[str, ...]
    neutral: frozenset[str]
    people: Mapping[str, str]
    child_labels: Mapping[str, str]


def load_synonyms(path: pathlib.Path) -> Synonyms:
    """Read the table; a heading that stands under two fields is a mistake and raises."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    by_heading: dict[str, Field] = {}
    for key, headings in table["fields"].items():
        for heading in map(normalised, headings):
            if by_heading.setdefault(heading, Field(key)) is not Field(key):
                raise ValueError(heading)
    return Synonyms(
        by_heading=by_heading,
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


def normalised(heading: str) -> str:
    """Return a heading without width, case, spaces and punctuation: 喜好 / 忌口 is 喜好忌口."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", heading).casefold())
