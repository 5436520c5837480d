"""Which columns of our workbook hold what the law and good manners call sensitive."""

from collections.abc import Iterable
from typing import Final

from crm_desktop.domain.exporting import Sensitivity

_OF: Final[dict[Sensitivity, tuple[str, ...]]] = {
    Sensitivity.HEALTH: ("client.allergies", "client.health_notes", "person.allergies"),
    Sensitivity.TREATMENT: (
        *("client.needs", "client.appearance_expectation"),
        *("visit.project", "visit.category", "visit.doctor"),
        *("project.project", "project.obstacle", "project.doctor"),
    ),
    Sensitivity.INCOME: ("client.income", "client.affordability", "person.income"),
    Sensitivity.SPENDING: (
        *("client.paid_total", "visit.list_price", "visit.paid", "project.amount"),
        "gift.cost",
    ),
    Sensitivity.CARD_NUMBER: ("client.card_number", "visit.order_number"),
    Sensitivity.FAMILY: (
        *("client.children_count", "person.name", "person.birthday", "person.other_dates"),
        "person.occupation",
    ),
    Sensitivity.SECRETS: ("person.knows", "gift.overruled", "client.private_notes"),
    Sensitivity.NOTES: (
        *("client.notes", "client.personality", "client.risk_attitude", "person.notes"),
        *("visit.notes", "visit.next_step", "project.notes", "project.next_step"),
        *("follow_up.content", "follow_up.outcome", "gift.reaction", "gift.notes"),
    ),
    Sensitivity.CARD_TEXT: ("gift.card_text",),
}
SENSITIVE: Final = {key: kind for kind, keys in _OF.items() for key in keys}
"""By full key; what the florist gets is needed to deliver and told by nobody else."""

WORDS: Final = {
    Sensitivity.HEALTH: "健康与过敏",
    Sensitivity.TREATMENT: "治疗项目",
    Sensitivity.INCOME: "收入与消费能力",
    Sensitivity.SPENDING: "消费金额",
    Sensitivity.CARD_NUMBER: "卡号与单号",
    Sensitivity.FAMILY: "家人与孩子",
    Sensitivity.SECRETS: "不宜外传的私密内容",
    Sensitivity.NOTES: "备注与沟通记录",
    Sensitivity.CARD_TEXT: "卡片文字",
}
"""How the cover calls them."""


def sensitive_in(keys: Iterable[str]) -> tuple[Sensitivity, ...]:
    """Return what is sensitive among these columns, each once, the gravest first."""
    found = {SENSITIVE.get(key) for key in keys}
    return tuple(kind for kind in Sensitivity if kind in found)
