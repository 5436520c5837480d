"""One clause of what was said: a taste, a promise, a wish, a gift, a day to talk again."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from crm_desktop.domain.capture import Goes, Heard, Kin
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.excel.parsing.dates import parse_date
from crm_desktop.services import capture_words as said
from crm_desktop.services.capture_days import day_ahead, given_on, next_of

_LIST: Final = re.compile(r"[、/和与及]| and | or ")
_EDGE: Final = " \t的了呢啊吧哦呗,，.。:：!！~～"
_INTEREST: Final = "感兴趣"
_EMPTY: Final = frozenset(
    {"", "的", "了", "她", "它", "就好", "就行", "这个", "那个", "这种", "it", "them", "very much"}
)
_FILLER: Final = re.compile(r"^(?:我们家|我家|她家|她|我|她说|说|还|也|她也|对了)+")
_ASKED: Final = re.compile(r"[吗嘛]\W*$")


def of_clause(
    clause: str,
    today: dt.date,
    projects: Sequence[str],
    so_far: Sequence[Heard],
    kin: Kin | None,
) -> list[Heard] | None:
    """Return all heard so far with what this clause says, None where it says nothing known."""
    reacted = _reaction(clause, so_far)
    if reacted is not None or _ASKED.search(clause):
        return reacted
    bare = _FILLER.sub("", clause)
    own = kin_of_start(clause) or kin_of_start(bare)
    said_of = clause if kin_of_start(clause) else bare
    body = _FILLER.sub("", said_of[len(own.word) :] if own else said_of).strip()
    for read in _READERS:
        found = list(read(body, today))
        if found:
            return [*so_far, *(_whose(one, own or _carried(one, kin)) for one in found)]
    wanted = _project(body, projects)
    return None if wanted is None else [*so_far, wanted]


def kin_of(words: str) -> Kin | None:
    """Return of whom of her family `words` speak last."""
    found = said.KIN_WORD.findall(words)
    return _kin(found[-1]) if found else None


def kin_of_start(words: str) -> Kin | None:
    """Return of whom `words` speak in their beginning."""
    found = said.KIN_WORD.match(words)
    return None if found is None else _kin(found.group())


def _kin(word: str) -> Kin:
    relation, sex = said.KIN[word.lower()]
    return Kin(relation=relation, word=word, sex=sex)


def _carried(one: Heard, kin: Kin | None) -> Kin | None:
    """A name belongs to who was spoken of before it; a taste is hers unless it says whose."""
    return kin if one.goes is Goes.PERSON else None


def _whose(one: Heard, kin: Kin | None) -> Heard:
    is_theirs = one.goes in _THEIRS
    if kin is None:
        return replace(one, goes=Goes.NOTE) if one.goes is Goes.PERSON else one
    return replace(one, kin=kin) if is_theirs else one


def _reaction(clause: str, so_far: Sequence[Heard]) -> list[Heard] | None:
    """Return all with what she thought of the gift spoken of just before."""
    if not so_far or so_far[-1].goes is not Goes.GIFT or so_far[-1].reaction:
        return None
    if not said.REACTION.match(clause):
        return None
    words = re.sub(r"^(?:她|she )", "", clause)
    return [*so_far[:-1], replace(so_far[-1], reaction=words)]


def _named(body: str, _today: dt.date) -> Iterator[Heard]:
    found = said.NAMED.match(body)
    if found:
        yield Heard(goes=Goes.PERSON, words=(found["name"] or found["english"]).strip())


def _promise(body: str, today: dt.date) -> Iterator[Heard]:
    found = said.PROMISE.match(body)
    if found:
        words = next(filter(None, found.groups()))
        what = words.strip(_EDGE)
        if what:
            yield Heard(goes=Goes.PROMISE, words=what, on=day_ahead(body, today))


def _birthday(body: str, today: dt.date) -> Iterator[Heard]:
    """Yield the day of 下周三生日, which may be kept by the moon and is never sure."""
    found = said.BORN.search(body)
    on = day_ahead(body[: found.start()], today) if found else None
    if on is not None:
        day = DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day)
        yield Heard(goes=Goes.BIRTHDAY, kin=kin_of(body), day=day, is_sure=False)


def _next(body: str, today: dt.date) -> Iterator[Heard]:
    """Yield when to talk or meet again: a day ahead and a word that says so."""
    if not said.COMES.search(body):
        return
    on = day_ahead(body, today) or _on(body, today)
    if on is not None and on > today:
        yield Heard(goes=Goes.NEXT, words=body, on=on)


def _on(body: str, today: dt.date) -> dt.date | None:
    found = said.DAY.search(body)
    fact = parse_date(found.group().strip(), today=today) if found else None
    if not isinstance(fact, DatedFact) or fact.is_lunar:
        return None
    if fact.year is not None:
        return dt.date(fact.year, fact.month, fact.day)
    return next_of(fact.month, fact.day, today)


def _gift(body: str, today: dt.date) -> Iterator[Heard]:
    found = said.GIVEN.search(body)
    if found:
        occasion = said.OCCASION.search(body)
        item = (found["what"] or found["english"]).strip(_EDGE)
        if item not in _EMPTY:
            told = occasion.group() if occasion else ""
            yield Heard(
                goes=Goes.GIFT,
                words=item,
                kin=kin_of(body[: found.start("what")]) if found["what"] else None,
                on=given_on(body, today),
                occasion=told,
            )


def _tastes(body: str, _today: dt.date) -> Iterator[Heard]:
    """Yield each thing liked, avoided or not borne; an allergy goes before *does not eat*."""
    for goes, pattern in (
        (Goes.ALLERGY, said.ALLERGY),
        (Goes.TABOO, said.TABOO),
        (Goes.LIKE, said.LIKE),
    ):
        found = pattern.search(body)
        if found:
            words = next(filter(None, found.groups()), "")
            kin = kin_of(body[: found.start()])
            things = [thing.strip(_EDGE) for thing in _LIST.split(words)]
            yield from (
                Heard(goes=goes, words=thing, kin=kin)
                for thing in things
                if thing.lower() not in _EMPTY
            )
            return


_THEIRS: Final = frozenset(
    {Goes.LIKE, Goes.TABOO, Goes.ALLERGY, Goes.PERSON, Goes.GIFT, Goes.BIRTHDAY}
)
_Reader = Callable[[str, dt.date], Iterator[Heard]]
_READERS: Final[tuple[_Reader, ...]] = (_named, _promise, _gift, _tastes, _birthday, _next)


def _project(body: str, projects: Sequence[str]) -> Heard | None:
    """Return what she may want: sure where the book or the trade knows the name."""
    found = said.WANTS.search(body)
    if not found or (found.group().startswith("对") and _INTEREST not in body):
        return None
    what = (found["what"] or found["english"]).strip(_EDGE)
    known = [name for name in projects if name and name.lower() in what.lower()]
    if known:
        return Heard(goes=Goes.PROJECT, words=max(known, key=len))
    return Heard(goes=Goes.PROJECT, words=what, is_sure=False) if what else None
