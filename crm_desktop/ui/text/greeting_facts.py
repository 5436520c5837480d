"""What stands in the places of a greeting's text, and what its occasions and fields are called."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.greetings import OF_MILESTONE, GreetingDay, GreetingFor
from crm_desktop.domain.merge_text import FIELD_NAMES, Field, TextFault, TextProblem, filled
from crm_desktop.domain.occasions import Occasion
from crm_desktop.domain.records import Person, Relation
from crm_desktop.domain.tact import Hush, is_sore, lost
from crm_desktop.services.greetings import GreetingSheet
from crm_desktop.ui.text.addressing import addressed
from crm_desktop.ui.text.days import day, relative
from crm_desktop.ui.text.festivals import festival_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.openers import person_called, shortened
from crm_desktop.ui.text.years import milestone_words, wedding_name

_MOST_CHILDREN: Final = 3
_LONGEST_NAME: Final = 16
_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})
_WEDDINGS: Final = frozenset({GreetingFor.ANNIVERSARY, GreetingFor.WEDDING_YEAR})
_KINDS: Final = {
    GreetingFor.BIRTHDAY: QT_TRANSLATE_NOOP("GreetingFacts", "Her birthday"),
    GreetingFor.ROUND: QT_TRANSLATE_NOOP("GreetingFacts", "Her round birthday"),
    GreetingFor.CHILD: QT_TRANSLATE_NOOP("GreetingFacts", "Her child's birthday"),
    GreetingFor.FULL_MONTH: QT_TRANSLATE_NOOP("GreetingFacts", "Her baby is one month old"),
    GreetingFor.HUNDRED_DAYS: QT_TRANSLATE_NOOP("GreetingFacts", "Her baby is 100 days old"),
    GreetingFor.FIRST: QT_TRANSLATE_NOOP("GreetingFacts", "Her child's first birthday"),
    GreetingFor.SCHOOL: QT_TRANSLATE_NOOP("GreetingFacts", "Her child's first day of school"),
    GreetingFor.OF_AGE: QT_TRANSLATE_NOOP("GreetingFacts", "Her child comes of age"),
    GreetingFor.SPOUSE: QT_TRANSLATE_NOOP("GreetingFacts", "Her husband's birthday"),
    GreetingFor.FAMILY: QT_TRANSLATE_NOOP("GreetingFacts", "A birthday in the family"),
    GreetingFor.ROUND_FAMILY: QT_TRANSLATE_NOOP("GreetingFacts", "A round birthday in the family"),
    GreetingFor.ANNIVERSARY: QT_TRANSLATE_NOOP("GreetingFacts", "Wedding anniversary"),
    GreetingFor.WEDDING_YEAR: QT_TRANSLATE_NOOP("GreetingFacts", "Round wedding anniversary"),
    GreetingFor.VALUED: QT_TRANSLATE_NOOP("GreetingFacts", "A day she values"),
    GreetingFor.AFTER_VISIT: QT_TRANSLATE_NOOP("GreetingFacts", "After a visit"),
    GreetingFor.LONG_AWAY: QT_TRANSLATE_NOOP("GreetingFacts", "Not seen for long"),
    GreetingFor.FESTIVAL: QT_TRANSLATE_NOOP("GreetingFacts", "A festival of your own"),
}
_MILESTONES: Final = {kind: milestone for milestone, kind in OF_MILESTONE.items()}
_FIELDS: Final = {
    Field.CLIENT: QT_TRANSLATE_NOOP("GreetingFacts", "What she is called"),
    Field.NAME: QT_TRANSLATE_NOOP("GreetingFacts", "Her full name"),
    Field.PERSON: QT_TRANSLATE_NOOP("GreetingFacts", "Whose day it is"),
    Field.CHILD: QT_TRANSLATE_NOOP("GreetingFacts", "Her child"),
    Field.HUSBAND: QT_TRANSLATE_NOOP("GreetingFacts", "Her husband"),
    Field.AGE: QT_TRANSLATE_NOOP("GreetingFacts", "Age or years"),
    Field.DATE: QT_TRANSLATE_NOOP("GreetingFacts", "The date"),
    Field.DAY: QT_TRANSLATE_NOOP("GreetingFacts", "The name of the day"),
    Field.ME: QT_TRANSLATE_NOOP("GreetingFacts", "How you sign"),
}
_FAULTS: Final = {
    TextFault.EMPTY: QT_TRANSLATE_NOOP("GreetingFacts", "Write the text first."),
    TextFault.UNKNOWN_FIELD: QT_TRANSLATE_NOOP(
        "GreetingFacts", "There is no field {{{value}}}. Use the buttons above."
    ),
    TextFault.OPEN_BRACE: QT_TRANSLATE_NOOP(
        "GreetingFacts", "A brace {value} stands alone: fields read like {{{field}}}."
    ),
    TextFault.TOO_LONG: QT_TRANSLATE_NOOP(
        "GreetingFacts", "The text is longer than {value} signs."
    ),
}
_OF: Final = QT_TRANSLATE_NOOP("GreetingFacts", "Birthday of {person}")
_DAY_OF: Final = QT_TRANSLATE_NOOP("GreetingFacts", "{day}: {person}")
_ON: Final = QT_TRANSLATE_NOOP("GreetingFacts", "{what} · {day} · {relative}")
_QUIET: Final = QT_TRANSLATE_NOOP(
    "GreetingFacts", "She is not to be contacted: every reminder about her has stopped."
)
_LOST: Final = QT_TRANSLATE_NOOP("GreetingFacts", "{person} has died: no greeting on this day.")
_REMEMBERED: Final = QT_TRANSLATE_NOOP(
    "GreetingFacts", "A day of remembrance: no ready words here, only your own."
)
_MOURNING: Final = QT_TRANSLATE_NOOP(
    "GreetingFacts", "There was a death in her family: nothing merry now."
)
_PARTED: Final = QT_TRANSLATE_NOOP(
    "GreetingFacts", "They are separated: better no greeting on this day."
)
_SAME_NAMES: Final = "zh_CN"


def kind_words(kind: GreetingFor) -> str:
    """Return what an occasion is called: `Her birthday`."""
    return _say(_KINDS[kind]) if kind in _KINDS else festival_name(kind.value)


def field_words(field: Field) -> str:
    """Return what a field stands for: `Whose day it is`."""
    return _say(_FIELDS[field])


def field_name(field: Field, language: str) -> str:
    """Return the name a field goes by in a language: 称呼 or client."""
    if language != _SAME_NAMES:
        return field.value
    return next(name for name, each in FIELD_NAMES.items() if each is field and name != field)


def problem_words(problem: TextProblem, language: str) -> str:
    """Return what is wrong with a text in one sentence."""
    return _say(
        _FAULTS[problem.fault], value=problem.value, field=field_name(Field.CLIENT, language)
    )


def day_words(each: GreetingDay, today: dt.date) -> str:
    """Return an occasion of hers in a line: `Birthday of 大宝 · Tue 24 Nov · tomorrow`."""
    what = day_name(each)
    if each.person is not None:
        person = shortened(person_called(each.person), _LONGEST_NAME)
        milestone = _milestone_name(each)
        what = _say(_DAY_OF if milestone else _OF, day=milestone, person=person)
    if each.on is None:
        return what
    return _say(_ON, what=what, day=day(each.on), relative=relative(each.on, today))


def day_name(each: GreetingDay) -> str:
    """Return the name of the day itself: hers where she gave it one, else `silver wedding`."""
    if each.kind is GreetingFor.WEDDING_YEAR:
        return wedding_name(each.age)
    return each.label or _milestone_name(each) or kind_words(each.kind)


def day_of(sheet: GreetingSheet, occasion: Occasion | None) -> GreetingDay | None:
    """Return the day of hers an occasion of a reminder is, None for another."""
    if occasion is None:
        return None
    kind = OF_MILESTONE[occasion.milestone] if occasion.milestone is not None else None
    of_date = (each for each in sheet.days if each.date_id == occasion.date_id)
    if kind is None:
        return next((each for each in of_date if each.kind not in _MILESTONES), None)
    return next((each for each in of_date if each.kind is kind), None)


def words_for(sheet: GreetingSheet, each: GreetingDay) -> list[str]:
    """Return the texts that fit her on a day, filled in, the best first."""
    if is_sore(each.label):
        return []
    kinds = {one.kind for one in sheet.cautions}
    known = facts(sheet.folder, each, sheet.settings.signs_as, parted=Hush.PARTING in kinds)
    found = (filled(text.text, known) for text in sheet.texts_for(each))
    return list(dict.fromkeys(words for words in found if words))


def untimely(sheet: GreetingSheet, each: GreetingDay) -> str:
    """Return why nothing is sent to her on this day, "" where it may be."""
    if sheet.client.deceased_on is not None or sheet.client.do_not_contact:
        return _say(_QUIET)
    for person in _whose(sheet.folder, each):
        if person.id in lost(sheet.folder):
            return _say(_LOST, person=person_called(person))
    if is_sore(each.label):
        return _say(_REMEMBERED)
    kinds = {one.kind for one in sheet.cautions}
    if Hush.MOURNING in kinds:
        return _say(_MOURNING)
    if Hush.PARTING in kinds and _is_of_a_couple(each):
        return _say(_PARTED)
    return ""


def _is_of_a_couple(each: GreetingDay) -> bool:
    is_spouse = each.person is not None and each.person.relation in _SPOUSES
    return each.kind in {*_WEDDINGS, GreetingFor.SPOUSE} or is_spouse


def _whose(folder: ClientFolder, each: GreetingDay) -> list[Person]:
    """Return who is greeted with her on a day: whose birthday it is, both at an anniversary."""
    if each.kind in _WEDDINGS:
        return [person for person in folder.persons if person.relation in _SPOUSES]
    return [] if each.person is None else [each.person]


def facts(
    folder: ClientFolder, each: GreetingDay, signs_as: str, *, parted: bool = False
) -> Mapping[Field, str]:
    """Return what may be filled in for a client on a day; what is not known is "".

    Nobody who died, and no husband of one who `parted`, is named.
    """
    client, gone = folder.client, lost(folder)
    alive = [person for person in folder.persons if person.id not in gone]
    kids = [person for person in alive if person.relation is Relation.CHILD]
    of_child = each.person is not None and each.person.relation is Relation.CHILD
    spouse = next((person for person in alive if person.relation in _SPOUSES), None)
    return {
        Field.CLIENT: client.called,
        Field.NAME: client.name,
        Field.PERSON: addressed(each.person),
        Field.CHILD: addressed(each.person) if of_child else _names(kids),
        Field.HUSBAND: "" if parted else addressed(spouse),
        Field.AGE: "" if each.age is None else str(each.age),
        Field.DATE: "" if each.on is None else day(each.on),
        Field.DAY: day_name(each),
        Field.ME: signs_as,
    }


def _names(persons: Collection[Person]) -> str:
    names = dict.fromkeys(addressed(person) for person in persons)
    if len(names) > _MOST_CHILDREN:
        return ""
    return QCoreApplication.translate("Briefing", ", ").join(names)


def _milestone_name(each: GreetingDay) -> str:
    milestone = _MILESTONES.get(each.kind)
    return "" if milestone is None else milestone_words(milestone)


def _say(english: str, **values: object) -> str:
    return QCoreApplication.translate("GreetingFacts", english).format(**values)
