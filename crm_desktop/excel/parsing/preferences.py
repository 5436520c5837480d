"""What she likes, avoids and must not get, told apart in one cell: 爱喝美式;花粉过敏.

An entry keeps the wording that says something; the words that only say *likes* or *must
not* go, because the list it lands in says that: 不吃芒果 becomes the taboo 芒果.
"""

import re
from dataclasses import dataclass

from crm_desktop.domain.records.enums import PreferenceKind
from crm_desktop.excel.parsing.text import says_nothing, text_of
from crm_desktop.excel.workbook import CellValue

_ENTRY = re.compile(r"[^;；。\n、,，/\s]+|[;；。\n]")
_NEW_SENTENCE = {";", "；", "。", "\n"}
_ALLERGY = re.compile(r"过敏|不耐|敏感源|allerg", re.IGNORECASE)
_ALLERGEN = re.compile(r"(?:对|易|会)?(.+?)(?:会|容易|严重|轻微)?过敏|过敏(?:源|史)?[:：](.+)")
_INTOLERANCE_FIRST = re.compile(r"过敏(?:源|史)?[:：]?$")
_TABOO = re.compile(
    r"(?:不(?:太|大|能|可以|可|再)?(?:喜欢|喜|爱|吃|喝|要|想要|碰|沾|收|用|穿|送)+|忌(?:口|食|讳)?|讨厌|怕|勿|禁|别送|别)[:：]?"
)
_DIET = re.compile(r"素食|吃素|清真|戒|全素|蛋奶素")
_LIKE = re.compile(r"(?:非常|特别|很|最|比较)?(?:喜欢|喜爱|爱好|喜好|偏爱|偏好|最爱)[:：]?")
_LIKE_VERB = re.compile(r"(?:非常|特别|很|最|比较)?爱")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tastes:
    """The three lists of one cell."""

    likes: tuple[str, ...] = ()
    taboos: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()


def parse_tastes(value: CellValue, kind: PreferenceKind = PreferenceKind.LIKE) -> Tastes | None:
    """Return likes, taboos and allergies; `kind` is what the column means by default.

    A bare entry goes on as the one before it (不吃芒果、海鲜); a semicolon or a new line
    begins anew.
    """
    lists: dict[PreferenceKind, dict[str, None]] = {one: {} for one in PreferenceKind}
    current = kind
    for entry in _ENTRY.findall(text_of(value)):
        if entry in _NEW_SENTENCE:
            current = kind
        elif not says_nothing(entry):
            current, text = _told_apart(entry, current)
            if text:
                lists[current][text] = None
    if not any(lists.values()):
        return None
    return Tastes(
        likes=tuple(lists[PreferenceKind.LIKE]),
        taboos=tuple(lists[PreferenceKind.TABOO]),
        allergies=tuple(lists[PreferenceKind.ALLERGY]),
    )


def _told_apart(entry: str, current: PreferenceKind) -> tuple[PreferenceKind, str]:
    if _ALLERGY.search(entry):
        found = _ALLERGEN.fullmatch(entry)
        if found:
            return PreferenceKind.ALLERGY, found[1] or found[2]
        return PreferenceKind.ALLERGY, "" if _INTOLERANCE_FIRST.fullmatch(entry) else entry
    if _DIET.search(entry):
        return PreferenceKind.TABOO, entry
    taboo = _TABOO.match(entry)
    if taboo:
        return PreferenceKind.TABOO, entry[taboo.end() :]
    like = _LIKE.match(entry)
    if like:
        return PreferenceKind.LIKE, entry[like.end() :]
    return (PreferenceKind.LIKE if _LIKE_VERB.match(entry) else current), entry
