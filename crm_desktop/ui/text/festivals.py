"""What festivals, solar terms and silent days are called."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.festivals import Audience, Festival, FestivalTable, Silence
from crm_desktop.domain.records import FestivalOutcome
from crm_desktop.domain.solar_terms import SolarTerm
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_NAMES: Final = {
    "new_year": QT_TRANSLATE_NOOP("Festivals", "New Year"),
    "laba": QT_TRANSLATE_NOOP("Festivals", "Laba"),
    "little_new_year": QT_TRANSLATE_NOOP("Festivals", "Little New Year"),
    "new_years_eve": QT_TRANSLATE_NOOP("Festivals", "Chinese New Year's Eve"),
    "spring_festival": QT_TRANSLATE_NOOP("Festivals", "Spring Festival"),
    "valentines": QT_TRANSLATE_NOOP("Festivals", "Valentine's Day"),
    "lantern": QT_TRANSLATE_NOOP("Festivals", "Lantern Festival"),
    "womens_day": QT_TRANSLATE_NOOP("Festivals", "Women's Day"),
    "white_day": QT_TRANSLATE_NOOP("Festivals", "White Day"),
    "qingming": QT_TRANSLATE_NOOP("Festivals", "Qingming"),
    "mothers_day": QT_TRANSLATE_NOOP("Festivals", "Mother's Day"),
    "may_20": QT_TRANSLATE_NOOP("Festivals", "20 May"),
    "childrens_day": QT_TRANSLATE_NOOP("Festivals", "Children's Day"),
    "dragon_boat": QT_TRANSLATE_NOOP("Festivals", "Dragon Boat Festival"),
    "fathers_day": QT_TRANSLATE_NOOP("Festivals", "Father's Day"),
    "qixi": QT_TRANSLATE_NOOP("Festivals", "Qixi"),
    "ghost_festival": QT_TRANSLATE_NOOP("Festivals", "Ghost Festival"),
    "teachers_day": QT_TRANSLATE_NOOP("Festivals", "Teachers' Day"),
    "mid_autumn": QT_TRANSLATE_NOOP("Festivals", "Mid-Autumn Festival"),
    "national_day": QT_TRANSLATE_NOOP("Festivals", "National Day"),
    "double_ninth": QT_TRANSLATE_NOOP("Festivals", "Double Ninth"),
    "singles_day": QT_TRANSLATE_NOOP("Festivals", "Singles' Day"),
    "thanksgiving": QT_TRANSLATE_NOOP("Festivals", "Thanksgiving"),
    "winter_solstice": QT_TRANSLATE_NOOP("Festivals", "Winter Solstice"),
    "christmas": QT_TRANSLATE_NOOP("Festivals", "Christmas"),
}
_TERMS: Final = {
    SolarTerm.MINOR_COLD: QT_TRANSLATE_NOOP("Festivals", "Minor Cold"),
    SolarTerm.MAJOR_COLD: QT_TRANSLATE_NOOP("Festivals", "Major Cold"),
    SolarTerm.SPRING_BEGINS: QT_TRANSLATE_NOOP("Festivals", "Spring begins"),
    SolarTerm.RAIN_WATER: QT_TRANSLATE_NOOP("Festivals", "Rain Water"),
    SolarTerm.INSECTS_AWAKEN: QT_TRANSLATE_NOOP("Festivals", "Insects awaken"),
    SolarTerm.SPRING_EQUINOX: QT_TRANSLATE_NOOP("Festivals", "Spring Equinox"),
    SolarTerm.CLEAR_AND_BRIGHT: QT_TRANSLATE_NOOP("Festivals", "Qingming"),
    SolarTerm.GRAIN_RAIN: QT_TRANSLATE_NOOP("Festivals", "Grain Rain"),
    SolarTerm.SUMMER_BEGINS: QT_TRANSLATE_NOOP("Festivals", "Summer begins"),
    SolarTerm.GRAIN_FULL: QT_TRANSLATE_NOOP("Festivals", "Grain Full"),
    SolarTerm.GRAIN_IN_EAR: QT_TRANSLATE_NOOP("Festivals", "Grain in Ear"),
    SolarTerm.SUMMER_SOLSTICE: QT_TRANSLATE_NOOP("Festivals", "Summer Solstice"),
    SolarTerm.MINOR_HEAT: QT_TRANSLATE_NOOP("Festivals", "Minor Heat"),
    SolarTerm.MAJOR_HEAT: QT_TRANSLATE_NOOP("Festivals", "Major Heat"),
    SolarTerm.AUTUMN_BEGINS: QT_TRANSLATE_NOOP("Festivals", "Autumn begins"),
    SolarTerm.HEAT_ENDS: QT_TRANSLATE_NOOP("Festivals", "Heat ends"),
    SolarTerm.WHITE_DEW: QT_TRANSLATE_NOOP("Festivals", "White Dew"),
    SolarTerm.AUTUMN_EQUINOX: QT_TRANSLATE_NOOP("Festivals", "Autumn Equinox"),
    SolarTerm.COLD_DEW: QT_TRANSLATE_NOOP("Festivals", "Cold Dew"),
    SolarTerm.FROST: QT_TRANSLATE_NOOP("Festivals", "Frost"),
    SolarTerm.WINTER_BEGINS: QT_TRANSLATE_NOOP("Festivals", "Winter begins"),
    SolarTerm.MINOR_SNOW: QT_TRANSLATE_NOOP("Festivals", "Minor Snow"),
    SolarTerm.MAJOR_SNOW: QT_TRANSLATE_NOOP("Festivals", "Major Snow"),
    SolarTerm.WINTER_SOLSTICE: QT_TRANSLATE_NOOP("Festivals", "Winter Solstice"),
}
_SILENCES: Final = {
    Silence.NO_GREETINGS: QT_TRANSLATE_NOOP(
        "Festivals", "Qingming: a day of remembrance, better no merry greeting today."
    ),
    Silence.NO_GIFTS: QT_TRANSLATE_NOOP(
        "Festivals", "Ghost Festival: no gift is handed over on this day."
    ),
    Silence.OWN: QT_TRANSLATE_NOOP("Festivals", "You keep this day silent: no lists of greetings."),
}
_AUDIENCES: Final = {
    Audience.EVERYBODY: QT_TRANSLATE_NOOP("Festivals", "everybody"),
    Audience.WOMEN: QT_TRANSLATE_NOOP("Festivals", "women"),
    Audience.MOTHERS: QT_TRANSLATE_NOOP("Festivals", "who has children"),
    Audience.YOUNG_CHILDREN: QT_TRANSLATE_NOOP("Festivals", "who has a child under 14"),
    Audience.TEACHERS: QT_TRANSLATE_NOOP("Festivals", "teachers"),
    Audience.ELDERS: QT_TRANSLATE_NOOP("Festivals", "who is 60 or has parents in the book"),
    Audience.PARENTS: QT_TRANSLATE_NOOP("Festivals", "families with children"),
}
_OUTCOMES: Final = {
    FestivalOutcome.GREETED: QT_TRANSLATE_NOOP("Festivals", "greeted"),
    FestivalOutcome.GIFT: QT_TRANSLATE_NOOP("Festivals", "given a gift"),
    FestivalOutcome.SKIPPED: QT_TRANSLATE_NOOP("Festivals", "left out"),
}


def festival_name(code: str, table: FestivalTable | None = None) -> str:
    """Return `Mid-Autumn Festival` or `中秋`; for one of her own its name, if `table` has it."""
    if code in _NAMES:
        return _say(_NAMES[code])
    own = None if table is None else table.get(code)
    return code if own is None else own.name


def name_of(festival: Festival) -> str:
    """Return what one festival is called."""
    return festival.name or festival_name(festival.code)


def term_name(term: SolarTerm) -> str:
    """Return `Frost` or `霜降`."""
    return _say(_TERMS[term])


def silence_words(silence: Silence) -> str:
    """Return in a sentence why a day is left alone."""
    return _say(_SILENCES[silence])


def audience_words(audience: Audience) -> str:
    """Return whom a festival is for: `who has children`."""
    return _say(_AUDIENCES[audience])


def outcome_words(outcome: FestivalOutcome) -> str:
    """Return what was done about one client: `greeted`."""
    return _say(_OUTCOMES[outcome])


def _say(english: str) -> str:
    return QCoreApplication.translate("Festivals", english)
