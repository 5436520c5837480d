"""Each record of a briefing in a line: what it is, and in second colour what it rests on."""

import datetime as dt
from typing import Final

from crm_desktop.domain.briefing import Briefing, LastTime, Relative
from crm_desktop.domain.records import (
    Bill,
    Deposit,
    DepositState,
    Gift,
    Package,
    Person,
    PotentialProject,
    Preference,
    Promise,
)
from crm_desktop.domain.tact import Caution, Hush
from crm_desktop.ui.text.addressing import addressed
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.briefing_words import (
    LONG,
    LONGEST_WORD,
    NEAR_DAYS,
    Say,
    joined,
    listed,
    names,
    near_day,
    say,
)
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import person_called, shortened

_SOON_DAYS: Final = 30
_CAUTIONS: Final = {
    Hush.UNAWARE: QT_TRANSLATE_NOOP(
        "Briefing", "In front of {person}: not a word of treatments, doctors or prices"
    ),
    Hush.PERHAPS_UNAWARE: QT_TRANSLATE_NOOP(
        "Briefing", "Not sure whether {person} knows: no word of treatments there either"
    ),
    Hush.COMPLAINT: QT_TRANSLATE_NOOP(
        "Briefing", "Her complaint is open: care first, nothing is sold"
    ),
    Hush.MOURNING: QT_TRANSLATE_NOOP(
        "Briefing", "A death in the family: quiet words, nothing merry, nothing is sold"
    ),
    Hush.LOSS: QT_TRANSLATE_NOOP("Briefing", "Do not ask after {person}"),
    Hush.PARTING: QT_TRANSLATE_NOOP("Briefing", "Separated: nothing of husband or wedding"),
    Hush.RECOVERY: QT_TRANSLATE_NOOP("Briefing", "Still recovering: ask how she is, sell nothing"),
    Hush.TOPIC: "{words}",
}
_OF_VISIT: Final = QT_TRANSLATE_NOOP("Briefing", "Visit")
_NEXT: Final = QT_TRANSLATE_NOOP("Briefing", "next: {step}")
_SATISFIED: Final = QT_TRANSLATE_NOOP("Briefing", "satisfied {n}/5")
_AGAIN: Final = QT_TRANSLATE_NOOP("Briefing", "again {day}")
_OVERDUE: Final = QT_TRANSLATE_NOOP("Briefing", "overdue since {day}")
_DUE: Final = QT_TRANSLATE_NOOP("Briefing", "due {day}")
_LEFT: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {left} of {bought} left")
_EXPIRES: Final = QT_TRANSLATE_NOOP("Briefing", "until {day}")
_UNTREATED: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {sum} paid, not treated yet")
_DEPOSIT: Final = QT_TRANSLATE_NOOP("Briefing", "{project}: {sum} deposit")
_NO_PROJECT: Final = QT_TRANSLATE_NOOP("Briefing", "No project named")
_BUDGET: Final = QT_TRANSLATE_NOOP("Briefing", "budget {sum}")
AGED: Final = QT_TRANSLATE_NOOP("Briefing", "{age} years old")
_BIRTHDAY: Final = QT_TRANSLATE_NOOP("Briefing", "birthday {day}")
_TURNS: Final = QT_TRANSLATE_NOOP("Briefing", "birthday {day}, turns {age}")
_FOR: Final = QT_TRANSLATE_NOOP("Briefing", "for {person}")
_SAID: Final = QT_TRANSLATE_NOOP("Briefing", '"{words}"')
_NOT_KNOWING: Final = QT_TRANSLATE_NOOP("Briefing", "does not know")
_WHOSE: Final = QT_TRANSLATE_NOOP("Briefing", "{person}: {what}")


def last_visit(last: LastTime, today: dt.date) -> Say:
    """Return the last visit: when, what was done, what was said, what comes next."""
    visit = last.visit
    assert visit is not None  # noqa: S101 - asked for by the caller
    kind = say(_OF_VISIT) if visit.type is None else choice(visit.type)
    step = joined(visit.next_step, near_day(visit.next_on, today))
    score = "" if visit.satisfaction is None else say(_SATISFIED, n=visit.satisfaction)
    detail = joined(
        shortened(visit.notes, LONG),
        visit.doctor,
        score,
        say(_NEXT, step=step) if step else "",
    )
    text = joined(day_and_relative(last.on, today), kind, listed(last.done))
    return Say(text=text, detail=detail)


def last_talk(last: LastTime, today: dt.date) -> Say:
    """Return the last talk: when, how, what came of it."""
    talk = last.contact
    assert talk is not None  # noqa: S101 - asked for by the caller
    again = say(_AGAIN, day=near_day(talk.next_on, today)) if talk.next_on else ""
    detail = joined(shortened(talk.outcome, LONG), shortened(talk.notes, LONG), again)
    return Say(text=joined(day_and_relative(last.on, today), talk.channel), detail=detail)


def promise_line(promise: Promise, today: dt.date) -> Say:
    """Return a promise and when it is due; overdue ones are urgent."""
    text = shortened(promise.what, LONG)
    if promise.due_on is None:
        return Say(text=text)
    is_late = promise.due_on < today
    pattern = _OVERDUE if is_late else _DUE
    return Say(
        text=text, detail=say(pattern, day=near_day(promise.due_on, today)), is_urgent=is_late
    )


def gift_line(gift: Gift, whom: Person | None, today: dt.date) -> Say:
    """Return the gift with her reaction, when and for whom."""
    person = person_called(whom)
    addressed = say(_FOR, person=person) if person else ""
    said = say(_SAID, words=shortened(gift.reaction, LONG)) if gift.reaction else ""
    day = near_day(gift.delivered_on or gift.on, today)
    return Say(text=joined(gift.item, said), detail=joined(day, addressed))


def caution_line(caution: Caution, today: dt.date) -> Say:
    """Return what to be careful of, and the words it rests on."""
    words = shortened(caution.words, LONG)
    text = say(_CAUTIONS[caution.kind], person=names(caution.persons), words=words)
    if caution.kind is Hush.TOPIC and caution.persons:
        text = say(_WHOSE, person=names(caution.persons), what=text)
    detail = joined("" if caution.kind is Hush.TOPIC else words, near_day(caution.on, today))
    is_soft = caution.kind in {Hush.PERHAPS_UNAWARE, Hush.RECOVERY}
    return Say(text=text, detail=detail, is_urgent=not is_soft)


def whose(briefing: Briefing, preference: Preference) -> str:
    """Return what is liked or avoided, with whose it is where it is not hers."""
    text = shortened(preference.text, LONGEST_WORD)
    for each in briefing.family:
        if each.person.id == preference.person_id:
            person = person_called(each.person)
            return say(_WHOSE, person=person, what=text)
    return text


def relative_line(relative: Relative, today: dt.date, *, knows: bool) -> Say:
    """Return somebody of her family: age, occupation, the birthday if it is near."""
    person = relative.person
    relation = choice(person.relation)
    called = person_called(person)
    # 女儿 tells what she is; of 朵朵 it is added that she is a child.
    is_told = relation.lower() in called.lower() or addressed(person) != called
    aged = "" if relative.age is None else say(AGED, age=relative.age)
    text = joined(
        called,
        "" if is_told else relation,
        aged,
        shortened(person.occupation, LONG),
    )
    detail = joined(
        "" if knows else say(_NOT_KNOWING),
        _birthday(relative, today),
        shortened(person.notes, LONG),
    )
    return Say(text=text, detail=detail, is_urgent=not knows)


def _birthday(relative: Relative, today: dt.date) -> str:
    on = relative.next_on
    if on is None or (on - today).days > NEAR_DAYS:
        return ""
    pattern = _BIRTHDAY if relative.turns is None else _TURNS
    return say(pattern, day=near_day(on, today), age=relative.turns)


def package_line(package: Package, today: dt.date) -> Say:
    """Return the sessions left of a package; those soon to expire are urgent."""
    text = say(_LEFT, project=_project(package.project), left=package.left, bought=package.bought)
    if package.expires_on is None:
        return Say(text=text)
    detail = say(_EXPIRES, day=near_day(package.expires_on, today))
    return Say(text=text, detail=detail, is_urgent=(package.expires_on - today).days <= _SOON_DAYS)


def deposit_line(deposit: Deposit, today: dt.date) -> Say:
    """Return money taken ahead."""
    waits = deposit.state is DepositState.PAID_UNTREATED
    pattern = _UNTREATED if waits else _DEPOSIT
    text = say(pattern, project=_project(deposit.project), sum=money(deposit.amount))
    return Say(
        text=text, detail=joined(near_day(deposit.on, today), shortened(deposit.notes, LONG))
    )


def untreated_line(bill: Bill, today: dt.date) -> Say:
    """Return what is paid and not treated yet."""
    text = say(_UNTREATED, project=_project(bill.project), sum=money(bill.paid))
    return Say(text=text, detail=near_day(bill.on, today))


def _project(name: str) -> str:
    return name or say(_NO_PROJECT)


def wish_line(wish: PotentialProject, today: dt.date) -> Say:
    """Return what she may want, with what stands against it."""
    budget = "" if wish.budget is None else say(_BUDGET, sum=money(wish.budget))
    step = joined(shortened(wish.next_step, LONG), near_day(wish.next_on, today))
    after = say(_NEXT, step=step) if step else ""
    return Say(text=wish.project, detail=joined(shortened(wish.obstacle, LONG), budget, after))
