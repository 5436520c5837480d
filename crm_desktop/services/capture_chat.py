"""A pasted chat: its lines with who said them and on which day, without the heads."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crm_desktop.services import capture_words as said
from crm_desktop.services.capture_days import day_before

LONGEST: Final = 20_000
"""How many characters are read; the rest of a longer paste is left."""

_LONGEST_LINE: Final = 400
_LONGEST_NAME: Final = 12
_MOST_LINES: Final = 500
_ODD: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\ud800-\udfff]")
_SPACES: Final = re.compile(r"[^\S\n]+")
_PAUSE: Final = re.compile(r"[\s:：，,。！!？?~～、\d]")
_NOT_SPEAKERS: Final = re.compile(
    r"过敏|微信|电话|手机|生日|地址|备注|喜|忌|wechat|phone", re.IGNORECASE
)
_NOBODY: Final = frozenset({"我", "me", "顾问", "咨询师"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What somebody said; `on` where the chat tells the day, `by_me` if the consultant said it."""

    words: str
    on: dt.date | None = None
    by_me: bool = False


def chat_lines(text: str, today: dt.date) -> list[Line]:
    """Return what was said, without the heads of a chat and its *好的*."""
    lines = _lines(text)
    if len(lines) == 1:
        return [Line(words=lines[0][:LONGEST])]
    return [line for line in _said(lines, today) if not said.IDLE.match(line.words)]


def speakers(text: str) -> tuple[str, ...]:
    """Return who speaks in a pasted chat, herself left out, in the order of their first words."""
    lines = _lines(text)
    names: dict[str, None] = {}
    for place, line in enumerate(lines):
        bare = said.CHAT_TIME.sub("", line)
        found = said.CHAT_HEAD.match(bare) or said.SPEAKER.match(bare)
        who = found["who"].strip() if found else _name_alone(lines, place)
        if who and not _NOT_SPEAKERS.search(who):
            names[who] = None
    return tuple(name for name in names if name.lower() not in _NOBODY)


def _lines(text: str) -> list[str]:
    """Return the lines without signs nobody sees, so that they part no words."""
    seen = _ODD.sub("", text[:LONGEST].replace("\r\n", "\n").replace("\u2029", "\n"))
    lines = [line.strip() for line in _SPACES.sub(" ", seen).split("\n") if line.strip()]
    return lines if len(lines) == 1 else [line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]]


def _said(lines: Sequence[str], today: dt.date) -> Iterator[Line]:
    """Yield what stands between the heads; a head tells of the lines under it."""
    on, who = None, ""
    for place, line in enumerate(lines):
        time = said.CHAT_TIME.match(line)
        bare = line[time.end() :].strip() if time else line
        if said.CHAT_DAY.match(bare) or (head := said.CHAT_HEAD.match(bare)):
            on = day_before(bare, today) or on
            who = who if said.CHAT_DAY.match(bare) or not head else head["who"].strip() or who
            continue
        if name := _name_alone(lines, place):
            who = name
            continue
        on = (day_before(time.group(), today) if time else None) or on
        spoken = said.SPEAKER.match(bare)
        if spoken and not _NOT_SPEAKERS.search(spoken["who"]):
            who, bare = spoken["who"], spoken["said"].strip()
        if bare:
            yield Line(words=bare, on=on, by_me=who.lower() in _NOBODY)


def _name_alone(lines: Sequence[str], place: int) -> str:
    """Return the name on a line of its own above the time, as a telephone copies a chat."""
    line, below = lines[place], "".join(lines[place + 1 : place + 2])
    if len(line) > _LONGEST_NAME or _PAUSE.search(line):
        return ""
    head = said.CHAT_HEAD.match(below)
    return line if head and not head["who"].strip() else ""
