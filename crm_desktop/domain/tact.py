"""Tact: what must not be said to a client, or in front of whom, and whether anything is sold."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.base_facts import SALES
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DateKind,
    Knows,
    Person,
    PreferenceKind,
)

_MOURNING_DAYS: Final = 100
"""百日: so long after the word of a death nothing merry is begun and nothing sold."""
_RECOVERY_DAYS: Final = 7
_SURGERY_DAYS: Final = 30
_SNIPPET: Final = 60

LOSS_WORDS: Final = (
    *("去世", "过世", "病逝", "离世", "逝世", "已故", "葬礼", "丧事", "奔丧", "守孝", "头七"),
    *("忌日", "祭日", "忌辰", "passed away", "funeral", "mourning", "bereave"),
)
"""By which a note tells of a death; capitals do not matter."""

_LOSS: Final = re.compile("|".join(LOSS_WORDS), re.IGNORECASE)
_PARTING: Final = re.compile(
    r"离婚|离异|分居|前夫|前妻|divorc|separated from|ex-husband|ex-wife", re.IGNORECASE
)
_TOPIC: Final = re.compile(
    r"^\s*(?:别|不要|不能|不许|勿|切勿|少)(?:当[着众面]|在)?.{0,6}?(?:提|说|问|聊|谈|讲|夸)"
    r"|^\s*(?:不|忌)(?:提|问|聊|谈)"
    r"|(?:do not|don't|never|no)\s+(?:\w+\s+)?(?:mention|ask|talk|price)",
    re.IGNORECASE,
)
_DISPLEASED: Final = re.compile(
    r"不(?:太|怎么|是很|大)?(?:喜欢|爱|满意|高兴|合适|好(?!意思))|没(?:收|要)|退(?:了|回)|嫌|过敏|生气"
    r"|did(?: not|n't) like|dislike|sent (?:it )?back|refused|allerg|too (?:small|big)",
    re.IGNORECASE,
)
_NO_ANSWER: Final = re.compile(
    r"^\s*[^说讲问，。]{0,4}?"
    r"(?:(?:未|没)(?:人)?(?:接|回|应答)|无人接|占线|关机|停机|拒接|挂断|打不通|未通|没打通)"
    r"|^\s*no (?:answer|reply)|did(?: not|n't) (?:answer|reply|pick up)|voicemail|line busy",
    re.IGNORECASE,
)
_LEAST_TOPIC: Final = 2
_SURGERY: Final = re.compile(r"手术|surg", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^。！？!?\n;；]+")
_TREATING: Final = SALES | {BillKind.SESSION}


class Hush(StrEnum):
    """Why something is left unsaid, the gravest first."""

    UNAWARE = "unaware"
    PERHAPS_UNAWARE = "perhaps_unaware"
    COMPLAINT = "complaint"
    MOURNING = "mourning"
    LOSS = "loss"
    PARTING = "parting"
    RECOVERY = "recovery"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing to be careful of; `words` are hers as they stand in the file.

    `persons` are in front of whom, or about whom, nothing is said; `on` the day it is from.
    """

    kind: Hush
    persons: tuple[Person, ...] = ()
    words: str = ""
    on: dt.date | None = None


NOT_SOLD_DURING: Final = (Hush.COMPLAINT, Hush.MOURNING, Hush.RECOVERY)
"""While one of these stands, scripts turn to care and nothing is sold."""


def cautions(folder: ClientFolder, today: dt.date) -> tuple[Caution, ...]:
    """Return what to be careful of, the gravest first."""
    found = [
        *_unaware(folder.persons),
        *_complaints(folder),
        *_losses(folder, today),
        *_partings(folder, today),
        *_recovery(folder, today),
        *_topics(folder),
    ]
    order = list(Hush)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def no_selling(found: Iterable[Caution]) -> Hush | None:
    """Return why nothing is sold to her now, None where it may be."""
    kinds = {each.kind for each in found}
    return next((kind for kind in NOT_SOLD_DURING if kind in kinds), None)


def _unaware(persons: Sequence[Person]) -> Iterator[Caution]:
    for kind, knows in ((Hush.UNAWARE, Knows.NO), (Hush.PERHAPS_UNAWARE, Knows.UNKNOWN)):
        if found := tuple(person for person in persons if person.knows is knows):
            yield Caution(kind=kind, persons=found)


def _complaints(folder: ClientFolder) -> Iterator[Caution]:
    for complaint in reversed(folder.complaints):
        if complaint.state is not ComplaintState.CLOSED:
            words = complaint.what or complaint.direction
            yield Caution(kind=Hush.COMPLAINT, words=words, on=complaint.on)


def _losses(folder: ClientFolder, today: dt.date) -> Iterator[Caution]:
    since = today - dt.timedelta(days=_MOURNING_DAYS)
    for on, text in _told(folder):
        if since <= on <= today and (words := _sentence_with(_LOSS, text)):
            yield Caution(kind=Hush.MOURNING, words=words, on=on)
            break
    gone = lost(folder)
    for person in folder.persons:
        if person.id in gone:
            yield Caution(kind=Hush.LOSS, persons=(person,), words=person.notes)


def lost(folder: ClientFolder) -> frozenset[int]:
    """Return who of her people has died: the birthday has ended, or the notes say so."""
    gone = {date.person_id for date in folder.dates if _is_over(date.kind, ended=date.is_ended)}
    return frozenset(
        person.id for person in folder.persons if person.id in gone or _LOSS.search(person.notes)
    )


def _is_over(kind: DateKind, *, ended: bool) -> bool:
    return ended and kind is DateKind.BIRTHDAY


def _partings(folder: ClientFolder, today: dt.date) -> Iterator[Caution]:
    if any(date.is_ended and date.kind is DateKind.WEDDING for date in folder.dates):
        yield Caution(kind=Hush.PARTING)
        return
    texts = [text for on, text in _told(folder) if on <= today]
    texts += [folder.client.notes, *(person.notes for person in folder.persons)]
    texts += [tag.name for tag in folder.tags]
    if words := next(filter(None, (_sentence_with(_PARTING, text) for text in texts)), ""):
        yield Caution(kind=Hush.PARTING, words=words)


def _recovery(folder: ClientFolder, today: dt.date) -> Iterator[Caution]:
    """Tell of the latest treatment she may still be recovering from."""
    done = [(each.on, each.project, "") for each in folder.completed if each.on is not None]
    done += [
        (bill.on, bill.project, bill.category)
        for bill in folder.bills
        if bill.is_treated and bill.kind in _TREATING and bill.sessions is None
    ]
    fresh = [
        (on, project)
        for on, project, category in done
        if 0 <= (today - on).days <= _days_of(project, category)
    ]
    if fresh:
        on, project = max(fresh)
        yield Caution(kind=Hush.RECOVERY, words=project, on=on)


def _days_of(project: str, category: str) -> int:
    return _SURGERY_DAYS if _SURGERY.search(f"{project} {category}") else _RECOVERY_DAYS


def _topics(folder: ClientFolder) -> Iterator[Caution]:
    """Tell what she does not want to be spoken to about, out of her taboos."""
    for each in folder.preferences:
        if each.kind is PreferenceKind.TABOO and is_about_talk(each.text):
            person = folder.person(each.person_id)
            yield Caution(kind=Hush.TOPIC, persons=(person,) if person else (), words=each.text)


def is_about_talk(taboo: str) -> bool:
    """Return whether a taboo is about words (别提前夫), not about things (忌菊花)."""
    return _TOPIC.search(taboo) is not None


def is_sore(words: str, found: Iterable[Caution] = ()) -> bool:
    """Return whether words touch a death, a parting, or what she does not want to hear of."""
    if _LOSS.search(words) or _PARTING.search(words):
        return True
    return any(
        each.kind is Hush.TOPIC and _topic(each.words).casefold() in words.casefold()
        for each in found
    )


def is_displeased(reaction: str) -> bool:
    """Return whether a gift was not liked, so that nobody comes back to it."""
    return _DISPLEASED.search(reaction) is not None


def is_unanswered(outcome: str) -> bool:
    """Return whether nobody was reached: 没接，晚点再打 is no talk to come back to."""
    return _NO_ANSWER.search(outcome) is not None


def _topic(taboo: str) -> str:
    """Return what a taboo of talk is about, 前夫 of 别提前夫; the whole where that is not clear."""
    begins = _TOPIC.search(taboo)
    named = "" if begins is None else taboo[begins.end() :].strip(" ：:，,。.")
    return named if len(named) >= _LEAST_TOPIC else taboo


def _told(folder: ClientFolder) -> list[tuple[dt.date, str]]:
    """Return what was said on which day, newest first."""
    told = [(each.on, f"{each.outcome}\n{each.notes}") for each in folder.contacts]
    told += [(visit.on, visit.notes) for visit in folder.visits]
    return sorted(told, reverse=True)


def _sentence_with(words: re.Pattern[str], text: str) -> str:
    """Return the sentence of `text` in which one of the words stands, "" for none."""
    if not words.search(text):
        return ""
    found = next(part for part in _SENTENCE.findall(text) if words.search(part)).strip()
    return found if len(found) <= _SNIPPET else f"{found[:_SNIPPET]}…"
