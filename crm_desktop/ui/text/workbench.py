"""The workbench in words: its steps, what was done in each, cards, the script of a call."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.greetings import GreetingDay, GreetingFor, greeting_for
from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.openers import openers
from crm_desktop.domain.records import Contact, Gift, GiftState, Relation, Supplier
from crm_desktop.domain.tact import Hush, no_selling
from crm_desktop.domain.workbench import Step, StepKind, StepState, Treat
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.text.addressing import addressed
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.briefing_words import joined, names
from crm_desktop.ui.text.days import day, day_and_relative, day_with_year
from crm_desktop.ui.text.greeting_facts import day_of, untimely, words_for
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import opener, person_called
from crm_desktop.ui.text.years import wedding_name

_TITLES: Final = {
    StepKind.ORDER: QT_TRANSLATE_NOOP("Workbench", "Order"),
    StepKind.CONFIRM: QT_TRANSLATE_NOOP("Workbench", "Confirm the delivery"),
    StepKind.GREET: QT_TRANSLATE_NOOP("Workbench", "Greet her"),
    StepKind.CALL: QT_TRANSLATE_NOOP("Workbench", "Call her, so that she buys no second cake"),
    StepKind.REACTION: QT_TRANSLATE_NOOP("Workbench", "Note how it was received"),
}
_NOT_ASKED: Final = {
    StepKind.ORDER: QT_TRANSLATE_NOOP("Workbench", "A greeting is enough here"),
    StepKind.CONFIRM: QT_TRANSLATE_NOOP("Workbench", "Nothing is on its way"),
    StepKind.REACTION: QT_TRANSLATE_NOOP("Workbench", "Nothing was given"),
}
_HAS_COME: Final = QT_TRANSLATE_NOOP("Workbench", "It was given already")
_TREATS: Final = {
    Treat.FLOWERS: QT_TRANSLATE_NOOP("Workbench", "Lilies or carnations"),
    Treat.CAKE: QT_TRANSLATE_NOOP("Workbench", "Cake"),
    Treat.LAMP: QT_TRANSLATE_NOOP("Workbench", "Aroma lamp"),
    Treat.OIL: QT_TRANSLATE_NOOP("Workbench", "Scented oil"),
    Treat.SMALL_GIFT: QT_TRANSLATE_NOOP("Workbench", "A small gift"),
}
_CARDS_HER: Final = (
    QT_TRANSLATE_NOOP("Workbench", "{client}, happy birthday! May the year ahead be kind to you."),
    QT_TRANSLATE_NOOP("Workbench", "Happy birthday, {client}! Joy and ease, today and all year."),
)
_CARDS_CHILD: Final = (
    QT_TRANSLATE_NOOP("Workbench", "{person}, happy birthday! Grow up healthy and merry."),
    QT_TRANSLATE_NOOP("Workbench", "Happy birthday, {person}! May all your wishes come true."),
)
_CARDS_FAMILY: Final = (
    QT_TRANSLATE_NOOP("Workbench", "Happy birthday, and all the best to the whole family."),
    QT_TRANSLATE_NOOP("Workbench", "Happy birthday! Good health and every happiness."),
)
_CARDS_WEDDING: Final = (
    QT_TRANSLATE_NOOP("Workbench", "Happy anniversary to you both, and many more years together."),
    QT_TRANSLATE_NOOP("Workbench", "{client}, happy anniversary! May every year be sweeter."),
)
_CARDS_OF: Final[Mapping[GreetingFor, tuple[str, ...]]] = {
    GreetingFor.FULL_MONTH: (
        QT_TRANSLATE_NOOP("Workbench", "One month old: may {person} grow up healthy and loved."),
        QT_TRANSLATE_NOOP("Workbench", "Welcome, {person}! A month already, and many happy years."),
    ),
    GreetingFor.HUNDRED_DAYS: (
        QT_TRANSLATE_NOOP("Workbench", "A hundred days: long life and good luck to {person}!"),
        QT_TRANSLATE_NOOP("Workbench", "May {person} grow up healthy, merry and loved."),
    ),
    GreetingFor.SCHOOL: (
        QT_TRANSLATE_NOOP("Workbench", "{person}, have a lovely first day of school!"),
        QT_TRANSLATE_NOOP("Workbench", "New books, new friends: enjoy school, {person}!"),
    ),
    GreetingFor.FIRST: (
        QT_TRANSLATE_NOOP("Workbench", "{person}, one year old! Health and joy in every one."),
        QT_TRANSLATE_NOOP("Workbench", "Happy first birthday, {person}!"),
    ),
    GreetingFor.OF_AGE: (
        QT_TRANSLATE_NOOP("Workbench", "{person}, eighteen today! A bright road ahead of you."),
        QT_TRANSLATE_NOOP("Workbench", "All grown up: happy birthday, {person}!"),
    ),
    GreetingFor.ROUND: (
        QT_TRANSLATE_NOOP("Workbench", "{client}, health, peace and happiness, this year and on."),
        QT_TRANSLATE_NOOP("Workbench", "Many happy returns, {client}: the best is still to come."),
    ),
    GreetingFor.ROUND_FAMILY: (
        QT_TRANSLATE_NOOP("Workbench", "A long and happy life, good health and much laughter!"),
        QT_TRANSLATE_NOOP("Workbench", "All respect on this great day: health and peace."),
    ),
    GreetingFor.WEDDING_YEAR: (
        QT_TRANSLATE_NOOP("Workbench", "{age} years, {day}: to many more, hand in hand."),
        QT_TRANSLATE_NOOP("Workbench", "{client}, happy {day}! The sweeter, the longer it lasts."),
    ),
}
_CARDS_OTHER: Final = (
    QT_TRANSLATE_NOOP("Workbench", "{client}, thinking of you today. All the best!"),
)
_SIGNED: Final = QT_TRANSLATE_NOOP("Workbench", "{words}\n— {name}")
_A_FRIEND: Final = QT_TRANSLATE_NOOP("Workbench", "your friend")
_ORDERED: Final = QT_TRANSLATE_NOOP("Workbench", "ordered {day}")
_GIVEN: Final = QT_TRANSLATE_NOOP("Workbench", "given {day}")
_CONFIRMED: Final = QT_TRANSLATE_NOOP("Workbench", "{supplier} confirmed on {day}")
_CONFIRMED_BY: Final = QT_TRANSLATE_NOOP("Workbench", "Confirmed on {day}")
_LEFT_OUT: Final = QT_TRANSLATE_NOOP("Workbench", "Left out on {day}")
_DONE_ON: Final = QT_TRANSLATE_NOOP("Workbench", "Done on {day}")
_SAYS_CAKE: Final = QT_TRANSLATE_NOOP(
    "Workbench", "“{item} for {person} is on its way, so please do not buy a second one.”"
)
_SAYS_NONE: Final = QT_TRANSLATE_NOOP(
    "Workbench", "Wish {person} a happy birthday through her; nothing was ordered this time."
)
_ASK_ADDRESS: Final = QT_TRANSLATE_NOOP(
    "Workbench", "Ask where it should be delivered: her file has no address."
)
_ASK_HOME: Final = QT_TRANSLATE_NOOP("Workbench", "Ask whether somebody is at home to take it in.")
_NOT_A_WORD: Final = QT_TRANSLATE_NOOP(
    "Workbench", "If {names} can hear: you are a friend. Not a word of the clinic, of projects."
)
_NO_SALES: Final = QT_TRANSLATE_NOOP("Workbench", "Nothing is sold in this call.")
_FOR: Final = QT_TRANSLATE_NOOP("Workbench", "Order: {item}")
_ON: Final = QT_TRANSLATE_NOOP("Workbench", "Deliver on: {day}")
_TO: Final = QT_TRANSLATE_NOOP("Workbench", "To: {name}, {address}")
_CARD: Final = QT_TRANSLATE_NOOP("Workbench", "Card: {words}")
_NOTES: Final = QT_TRANSLATE_NOOP("Workbench", "Please note: {words}")
_OPENERS: Final = 2


def step_title(step: Step) -> str:
    """Return what a step asks for: `Confirm the delivery`."""
    return _say(_TITLES[step.kind])


def step_detail(step: Step, bench: Bench, today: dt.date) -> str:
    """Return one line under a folded step: what was done, why it is not asked for, or when."""
    if step.state is StepState.DONE:
        return _done(step, bench)
    if step.state is StepState.SKIPPED and step.closed_on is not None:
        return _say(_LEFT_OUT, day=day(step.closed_on))
    if step.state is StepState.NOT_ASKED:
        return _not_asked(step, bench)
    return day_and_relative(step.on, today)


def _not_asked(step: Step, bench: Bench) -> str:
    if step.kind is StepKind.CONFIRM and bench.gift is not None:
        return _say(_HAS_COME)
    return _say(_NOT_ASKED.get(step.kind, _NOT_ASKED[StepKind.CONFIRM]))


def treat_words(treat: Treat) -> str:
    """Return the word a gift is entered under: `Cake`."""
    return _say(_TREATS[treat])


def gift_line(gift: Gift) -> str:
    """Return a gift in a line: `草莓蛋糕 · ¥298 · given 24 Nov 2025`."""
    on = gift.on or gift.delivered_on
    told = _say(_GIVEN, day=day_with_year(on)) if on and gift.state is GiftState.GIVEN else ""
    if gift.state is GiftState.ORDERED and gift.ordered_on is not None:
        told = _say(_ORDERED, day=day(gift.ordered_on))
    return joined(gift.item, money(gift.cost) if gift.cost else "", told)


def talk_line(talk: Contact) -> str:
    """Return a call or a greeting in a line: the channel and the day."""
    return joined(talk.channel, day(talk.on))


def greeting_day(bench: Bench) -> GreetingDay | None:
    """Return the day to greet her on, at the age this return of it brings."""
    occasion = bench.occasion
    found = day_of(bench.sheet, occasion)
    if found is None:
        return None
    return replace(found, kind=greeting_for(occasion), on=occasion.on, age=occasion.age)


def greetings(bench: Bench) -> list[str]:
    """Return the words to send her, the best first; none where nothing should be sent."""
    on = greeting_day(bench)
    return [] if on is None or untimely(bench.sheet, on) else words_for(bench.sheet, on)


def hush(bench: Bench) -> str:
    """Return why nothing merry is sent on this day, "" where it may be."""
    on = GreetingDay(
        kind=greeting_for(bench.occasion),
        on=bench.occasion.on,
        person=bench.person,
        label=bench.occasion.label,
    )
    return untimely(bench.sheet, on)


def card_texts(bench: Bench) -> list[str]:
    """Return words for the card with a gift, signed as a friend; none where none should be."""
    if hush(bench):
        return []
    client, person = bench.sheet.client.called, addressed(bench.person)
    name = bench.sheet.settings.signs_as or _say(_A_FRIEND)
    known = {"client": client, "person": person, "age": bench.occasion.age}
    known["day"] = wedding_name(bench.occasion.age)
    words = (_say(text, **known) for text in _cards(bench))
    return [_say(_SIGNED, words=text, name=name) for text in words]


def script(bench: Bench, today: dt.date) -> list[str]:
    """Return what to say in the call, line by line, out of her file."""
    return [*_about_the_gift(bench), *_about_her(bench, today)]


def must_not_say(bench: Bench) -> list[str]:
    """Return what must not be said in the call, the gravest first."""
    kinds = {each.kind for each in bench.sheet.cautions}
    found = []
    if bench.occasion.unaware:
        found.append(_say(_NOT_A_WORD, names=names(bench.occasion.unaware)))
    if no_selling(bench.sheet.cautions) is not None or Hush.MOURNING in kinds:
        found.append(_say(_NO_SALES))
    return found


def order_note(bench: Bench, gift: Gift, *, with_address: bool) -> str:
    """Return what the supplier is to be told: no name and no address unless she wants it."""
    client, person = bench.sheet.client, bench.person
    lines = [
        _say(_FOR, item=gift.item) if gift.item else "",
        _say(_ON, day=day(bench.occasion.on)),
        _say(_CARD, words=gift.card_text) if gift.card_text else "",
        _say(_NOTES, words=gift.notes) if gift.notes else "",
    ]
    if with_address and client.address:
        name = client.name if person is None else person.name or person.nickname or client.name
        lines.insert(2, _say(_TO, name=name, address=client.address))
    return "\n".join(line for line in lines if line)


def supplier_line(supplier: Supplier) -> str:
    """Return a supplier in a line: `麦香蛋糕 · Cakes`."""
    return joined(supplier.name, supplier.trade)


def _done(step: Step, bench: Bench) -> str:
    gift = bench.gift
    if step.kind is StepKind.ORDER and gift is not None:
        supplier = bench.supplier(gift.supplier_id)
        return joined(gift_line(gift), supplier.name if supplier else "")
    if step.kind is StepKind.REACTION and gift is not None and gift.reaction:
        return gift.reaction
    if step.kind is StepKind.CONFIRM and step.closed_on is not None:
        supplier = None if gift is None else bench.supplier(gift.supplier_id)
        if supplier is not None:
            return _say(_CONFIRMED, supplier=supplier.name, day=day(step.closed_on))
        return _say(_CONFIRMED_BY, day=day(step.closed_on))
    if step.kind in {StepKind.GREET, StepKind.CALL} and bench.talks:
        talk = bench.talks[-1]
        return joined(talk_line(talk), talk.outcome or talk.notes)
    return "" if step.closed_on is None else _say(_DONE_ON, day=day(step.closed_on))


def _cards(bench: Bench) -> tuple[str, ...]:
    occasion = bench.occasion
    special = _CARDS_OF.get(greeting_for(occasion))
    if special is not None:
        return special
    if occasion.kind is Kind.ANNIVERSARY:
        return _CARDS_WEDDING
    if occasion.kind is not Kind.BIRTHDAY:
        return _CARDS_OTHER
    if occasion.person_relation is None:
        return _CARDS_HER
    return _CARDS_CHILD if occasion.person_relation is Relation.CHILD else _CARDS_FAMILY


def _about_the_gift(bench: Bench) -> Iterator[str]:
    person = addressed(bench.person)
    gift = bench.gift
    if gift is None:
        yield _say(_SAYS_NONE, person=person)
        return
    yield _say(_SAYS_CAKE, item=gift.item or _say(_TREATS[Treat.CAKE]), person=person)
    yield _say(_ASK_HOME if bench.sheet.client.address else _ASK_ADDRESS)


def _about_her(bench: Bench, today: dt.date) -> Iterator[str]:
    """Yield the best openers of her file; the day itself is spoken of already."""
    sheet = bench.sheet
    fitting = (
        topic
        for topic in openers(sheet.folder, today, sheet.cautions)
        if not topic.only_alone
        and (topic.person is None or topic.person.id != bench.occasion.person_id)
    )
    yield from (opener(topic) for topic in islice(fitting, _OPENERS))


def called(bench: Bench) -> str:
    """Return what whoever gets something is called: 朵朵, 老公, 王姐."""
    return person_called(bench.person) if bench.person else bench.sheet.client.called


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Workbench", english).format(**facts)
