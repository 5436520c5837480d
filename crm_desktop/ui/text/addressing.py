"""What a greeting calls the people of hers: to her it is 先生 whom she calls 老公."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records import Person, Relation, Sex
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_HUSBAND: Final = QT_TRANSLATE_NOOP("Addressing", "your husband")
_WIFE: Final = QT_TRANSLATE_NOOP("Addressing", "your wife")
_PARTNER: Final = QT_TRANSLATE_NOOP("Addressing", "your partner")
_DAUGHTER: Final = QT_TRANSLATE_NOOP("Addressing", "your daughter")
_SON: Final = QT_TRANSLATE_NOOP("Addressing", "your son")
_CHILD: Final = QT_TRANSLATE_NOOP("Addressing", "your child")
_MOTHER: Final = QT_TRANSLATE_NOOP("Addressing", "your mother")
_FATHER: Final = QT_TRANSLATE_NOOP("Addressing", "your father")
_PARENTS: Final = QT_TRANSLATE_NOOP("Addressing", "your parents")
_FRIEND: Final = QT_TRANSLATE_NOOP("Addressing", "your friend")
_FAMILY: Final = QT_TRANSLATE_NOOP("Addressing", "your family")

_SAID_BY_HER: Final = {
    word: phrase
    for phrase, words in (
        (_HUSBAND, "老公 丈夫 先生 我先生 孩子爸 孩子他爸 孩子爸爸 husband hubby"),
        (_WIFE, "老婆 妻子 太太 媳妇 wife"),
        (_PARTNER, "爱人 老伴 伴侣 另一半 partner"),
        (_DAUGHTER, "女儿 闺女 姑娘 丫头 daughter"),
        (_SON, "儿子 son"),
        (_CHILD, "孩子 宝宝 小孩 child kid baby"),
        (_MOTHER, "妈妈 妈 母亲 老妈 我妈 妈咪 婆婆 岳母 丈母娘 mother mum mom"),
        (_FATHER, "爸爸 爸 父亲 老爸 我爸 公公 岳父 老丈人 father dad"),
        (_PARENTS, "父母 爸妈 parents"),
    )
    for word in words.split()
}
_OF_RELATION: Final = {
    Relation.HUSBAND: _HUSBAND,
    Relation.WIFE: _WIFE,
    Relation.PARTNER: _PARTNER,
    Relation.CHILD: _CHILD,
    Relation.PARENT: _PARENTS,
    Relation.SIBLING: _FAMILY,
    Relation.FRIEND: _FRIEND,
    Relation.OTHER: _FAMILY,
}
_OF_SEX: Final = {
    (Relation.CHILD, Sex.FEMALE): _DAUGHTER,
    (Relation.CHILD, Sex.MALE): _SON,
    (Relation.PARENT, Sex.FEMALE): _MOTHER,
    (Relation.PARENT, Sex.MALE): _FATHER,
}


def addressed(person: Person | None) -> str:
    """Return what to call somebody of hers to her face: 朵朵 as she is called, 老公 as 先生."""
    if person is None:
        return ""
    called = person.nickname or person.name
    of_relation = _OF_RELATION[person.relation]
    if not called:
        phrase = of_relation
        if person.sex is not None:
            phrase = _OF_SEX.get((person.relation, person.sex), of_relation)
    elif called.strip().casefold() in _SAID_BY_HER:
        phrase = _SAID_BY_HER[called.strip().casefold()]
    else:
        return called
    return QCoreApplication.translate("Addressing", phrase)
