"""Sheet 客户: one row a client."""

from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import ClinicCard, DateKind, PreferenceKind
from crm_desktop.excel import words
from crm_desktop.excel.columns import Cell, Column, Kind, Sheet, SheetRow
from crm_desktop.excel.day_cells import day_cell, days_text

DAY_HINT: Final = "可写 1985-03-02、5月29日(不知年份)、农历1972年正月初八"
_LIST_HINT: Final = "多项用 、 隔开"

_COLUMNS: Final = (
    Column(name="name", header="姓名", width=10, is_fixed=True),
    Column(name="display_name", header="称呼", width=10),
    Column(name="sex", header="性别", kind=Kind.CHOICE, width=6, choices="sex"),
    Column(name="phone", header="电话", width=15, hint=_LIST_HINT),
    Column(name="wechat", header="微信号", width=16),
    Column(name="qq", header="QQ号"),
    Column(name="birthday", header="生日", kind=Kind.DAY, width=18, hint=DAY_HINT),
    Column(name="wedding", header="结婚纪念日", kind=Kind.DAY, width=14, hint=DAY_HINT),
    Column(name="other_dates", header="其他日子", width=24, hint="名称 日期,多项用 ; 隔开"),
    Column(name="tier", header="等级", kind=Kind.CHOICE, width=6, choices="tier"),
    Column(name="vip", header="VIP", kind=Kind.CHOICE, width=6, choices="yes"),
    Column(name="marked_big", header="大客户", kind=Kind.CHOICE, width=8, choices="yes"),
    Column(name="lead_state", header="到院状态", kind=Kind.CHOICE, width=14, choices="lead"),
    Column(name="occupation", header="职业", width=14),
    Column(name="income", header="年收入", kind=Kind.MONEY, hint="元"),
    Column(name="address", header="地址", width=28),
    Column(name="children_count", header="孩子数", kind=Kind.COUNT, width=8),
    Column(name="personality", header="性格", width=16),
    Column(name="likes", header="喜好", width=24, hint=_LIST_HINT),
    Column(name="taboos", header="忌口忌讳", width=20, hint=_LIST_HINT),
    Column(name="allergies", header="过敏", width=14, hint=_LIST_HINT),
    Column(name="health_notes", header="健康备注", kind=Kind.NOTE, width=20),
    Column(name="dialect", header="语言", width=8),
    Column(name="affordability", header="消费能力", width=10),
    Column(name="risk_attitude", header="风险态度", width=10),
    Column(name="appearance_expectation", header="外貌期望", width=16),
    Column(name="tags", header="标签", width=18, hint=_LIST_HINT),
    Column(name="needs", header="需求", width=18, hint=_LIST_HINT),
    Column(name="source", header="来源渠道"),
    Column(name="referred_by", header="推荐人", width=10),
    Column(name="first_contact", header="首次接触", kind=Kind.DATE),
    Column(name="card_number", header="会员卡号", width=16, hint=_LIST_HINT),
    Column(name="owner", header="负责人", width=10),
    Column(name="do_not_contact", header="免打扰", kind=Kind.CHOICE, width=8, choices="yes"),
    Column(name="deceased_on", header="去世日期", kind=Kind.DATE),
    Column(name="archived_on", header="归档日期", kind=Kind.DATE, is_owner_only=True),
    Column(name="visits_stated", header="自述来院次数", kind=Kind.COUNT),
    Column(name="visits_count", header="到院次数", kind=Kind.COUNT, width=10, is_derived=True),
    Column(name="last_visit_on", header="最近到院", kind=Kind.DATE, is_derived=True),
    Column(name="paid_total", header="累计消费", kind=Kind.MONEY, width=14, is_derived=True),
    Column(name="notes", header="备注", kind=Kind.NOTE, width=36),
    Column(name="private_notes", header="私密备注", kind=Kind.NOTE, width=36, is_owner_only=True),
)


def _rows(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield the one row of a client."""
    client = folder.client
    yield (
        "",
        (
            client.name,
            client.display_name,
            words.word(words.SEX, client.sex),
            "、".join([phone.digits for phone in folder.phones]),
            client.wechat,
            client.qq,
            main_day(folder, DateKind.BIRTHDAY),
            main_day(folder, DateKind.WEDDING),
            days_text(folder.other_dates()),
            words.word(words.TIER, client.tier),
            _yes(is_so=client.vip),
            _yes(is_so=client.marked_big),
            words.word(words.LEAD, client.lead_state),
            client.occupation,
            client.income,
            client.address,
            client.children_count,
            client.personality,
            folder.liked(PreferenceKind.LIKE),
            folder.liked(PreferenceKind.TABOO),
            folder.liked(PreferenceKind.ALLERGY),
            client.health_notes,
            client.dialect,
            client.affordability,
            client.risk_attitude,
            client.appearance_expectation,
            _tags(folder, is_need=False),
            _tags(folder, is_need=True),
            client.source,
            folder.referred_by,
            client.first_contact_on,
            "、".join([_card(card, len(folder.cards)) for card in folder.cards]),
            client.owner,
            _yes(is_so=client.do_not_contact),
            client.deceased_on,
            client.archived_on,
            client.visits_stated,
            len(folder.visits) or None,
            max([visit.on for visit in folder.visits], default=None),
            folder.paid_total if folder.bills else None,
            client.notes,
            client.private_notes,
        ),
    )


CLIENTS: Final = Sheet(key="client", title="客户", columns=_COLUMNS, rows=_rows)


def main_day(folder: ClientFolder, kind: DateKind, person_id: int | None = None) -> Cell:
    """Return the cell of the date of this kind that is kept for a person."""
    if not folder.dates:
        return None
    date = folder.main_date(kind, person_id)
    return None if date is None else day_cell(date.fact)


def _yes(*, is_so: bool) -> str:
    return words.YES if is_so else ""


def _tags(folder: ClientFolder, *, is_need: bool) -> str:
    return "、".join([tag.name for tag in folder.tags if tag.is_need is is_need])


def _card(card: ClinicCard, count: int) -> str:
    """Return the number alone, with its source where she has several."""
    return card.number if count == 1 or not card.source else f"{card.source}:{card.number}"
