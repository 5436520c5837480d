"""What labels and types of contact cards mean, in the words of the phones."""

import re
from typing import Final

from crm_desktop.domain.records.enums import Relation

_WRAPPED: Final = re.compile(r"_\$!<(.*)>!\$_")

ANNIVERSARIES: Final = frozenset(
    {"anniversary", "wedding", "weddinganniversary", "结婚纪念日", "纪念日", "结婚", "周年纪念日"}
)
BIRTHDAYS: Final = frozenset({"birthday", "生日", "出生日期"})
LUNAR_BIRTHDAYS: Final = frozenset({"lunarbirthday", "农历生日", "阴历生日"})
SPOUSES: Final = {
    "spouse": Relation.HUSBAND,
    "配偶": Relation.HUSBAND,
    "爱人": Relation.HUSBAND,
    "husband": Relation.HUSBAND,
    "老公": Relation.HUSBAND,
    "丈夫": Relation.HUSBAND,
    "先生": Relation.HUSBAND,
    "wife": Relation.WIFE,
    "老婆": Relation.WIFE,
    "妻子": Relation.WIFE,
    "太太": Relation.WIFE,
    "partner": Relation.PARTNER,
    "domesticpartner": Relation.PARTNER,
    "伴侣": Relation.PARTNER,
    "男友": Relation.PARTNER,
    "女友": Relation.PARTNER,
}
CHILDREN: Final = frozenset(
    {"child", "son", "daughter", "孩子", "子女", "小孩", "儿子", "女儿", "宝宝", "大宝", "二宝"}
)
SEXES: Final = {"f": "女", "female": "女", "1": "女", "m": "男", "male": "男", "2": "男"}


def label_of(text: str) -> str:
    """Return a label as it is compared: `_$!<Anniversary>!$_` is anniversary."""
    found = _WRAPPED.fullmatch(text.strip())
    return re.sub(r"[\s_-]", "", found[1] if found else text).casefold()
