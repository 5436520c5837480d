"""The words the demo people are made of, one file per language in `resources/demo/`."""

import pathlib
import tomllib
from dataclasses import dataclass
from typing import TypeAlias

Table: TypeAlias = dict[str, "str | int | bool | list[Table]"]
"""One table of the file, as TOML gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lists to draw from, patterns to fill in, and the clients written by hand (`portrait`)."""

    name: str
    called: list[str]
    wechat: str
    address: str
    owner: str
    learnt_from: list[str]
    surnames: list[str]
    first: list[str]
    second: list[str]
    men: list[str]
    children: list[str]
    sons: list[str]
    daughters: list[str]
    husband: str
    mother: str
    friend: str
    occupations: list[str]
    men_occupations: list[str]
    places: list[str]
    sources: list[str]
    personalities: list[str]
    dialects: list[str]
    affordability: list[str]
    risk: list[str]
    appearance: list[str]
    health: list[str]
    notes: list[str]
    likes: list[tuple[str, str]]
    taboos: list[str]
    allergies: list[str]
    tags: list[str]
    needs: list[str]
    doctors: list[str]
    projects: list[tuple[str, str, int]]
    obstacles: list[str]
    ideas: list[str]
    next_steps: list[str]
    visit_notes: list[str]
    gifts: list[tuple[str, int]]
    occasions: list[str]
    card: str
    reactions: list[str]
    friend_sender: str
    channels: list[str]
    outcomes: list[str]
    promises: list[str]
    complaint: tuple[str, str, str]
    consent: tuple[str, str, str]
    activity: list[Table]
    smart_list: list[Table]
    supplier: list[Table]
    portrait: list[Table]


def read(folder: pathlib.Path, lang: str) -> Words:
    """Return the words of `lang` ("zh_CN" or "en") from the folder of the demo."""
    with (folder / f"{lang}.toml").open("rb") as file:
        return Words(**tomllib.load(file))
