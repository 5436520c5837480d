"""What belongs to the book as a whole: her saved lists and the texts of her greetings."""

from dataclasses import dataclass

from crm_desktop.domain.records.enums import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class SmartList:
    """A list she saved under a name; `query` is the JSON of what it asks for."""

    id: int = 0
    name: str = ""
    query: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingTemplate:
    """A greeting with merge fields for one occasion, for one tier or (None) for every.

    `replaces` is the key of the text that came with the app and gives way to hers, else "".
    """

    id: int = 0
    occasion: str = ""
    tier: Tier | None = None
    text: str = ""
    replaces: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProfile:
    """How the lists of one source are read; `rules` is the JSON of `domain.profiles`."""

    id: int = 0
    name: str = ""
    kind: str = ""
    fingerprint: str = ""
    rules: str = ""
