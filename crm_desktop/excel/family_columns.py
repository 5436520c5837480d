"""Sheets 家庭成员 and 礼物: the people around her, and what was given to them and to her."""

from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import DateKind, Gift, PreferenceKind
from crm_desktop.excel import words
from crm_desktop.excel.client_columns import DAY_HINT, main_day
from crm_desktop.excel.columns import WHOSE, Cell, Column, Kind, Sheet, SheetRow
from crm_desktop.excel.day_cells import days_text

_PEOPLE: Final = (
    WHOSE,
    Column(name="relation", header="关系", kind=Kind.CHOICE, width=10, choices="relation"),
    Column(name="nickname", header="称呼", width=10),
    Column(name="name", header="姓名", width=10),
    Column(name="sex", header="性别", kind=Kind.CHOICE, width=6, choices="sex"),
    Column(name="birthday", header="生日", kind=Kind.DAY, width=18, hint=DAY_HINT),
    Column(name="other_dates", header="其他日子", width=24, hint="名称 日期,多项用 ; 隔开"),
    Column(name="occupation", header="职业", width=14),
    Column(name="income", header="年收入", kind=Kind.MONEY, hint="元", is_owner_only=True),
    Column(
        name="knows",
        header="知道她的项目吗",
        kind=Kind.CHOICE,
        width=16,
        choices="knows",
        is_owner_only=True,
    ),
    Column(name="likes", header="喜好", width=20),
    Column(name="taboos", header="忌口忌讳", width=20),
    Column(name="allergies", header="过敏", width=14),
    Column(name="notes", header="备注", kind=Kind.NOTE, width=30, is_owner_only=True),
)


def _people(folder: ClientFolder) -> Iterator[SheetRow]:
    for person in folder.persons:
        yield (
            f"p{person.id}",
            (
                folder.client.name,
                words.word(words.RELATION, person.relation),
                person.nickname,
                person.name,
                words.word(words.SEX, person.sex),
                main_day(folder, DateKind.BIRTHDAY, person.id),
                days_text(folder.other_dates(person.id)),
                person.occupation,
                person.income,
                words.word(words.KNOWS, person.knows),
                folder.liked(PreferenceKind.LIKE, person.id),
                folder.liked(PreferenceKind.TABOO, person.id),
                folder.liked(PreferenceKind.ALLERGY, person.id),
                person.notes,
            ),
        )


PEOPLE: Final = Sheet(key="person", title="家庭成员", columns=_PEOPLE, rows=_people)

_GIFTS: Final = (
    WHOSE,
    Column(name="recipient", header="送给", width=10, hint="留空即本人"),
    Column(name="occasion", header="场合", width=14),
    Column(name="state", header="状态", kind=Kind.CHOICE, width=8, choices="gift"),
    Column(name="item", header="礼物", width=22),
    Column(name="cost", header="金额", kind=Kind.MONEY, hint="元"),
    Column(name="on", header="日期", kind=Kind.DAY, width=14, hint="只知道月份可写 2025年3月"),
    Column(name="ordered_on", header="订购日期", kind=Kind.DATE),
    Column(name="delivered_on", header="送达日期", kind=Kind.DATE),
    Column(name="sent_as", header="以谁的名义", width=12),
    Column(name="card_text", header="卡片文字", kind=Kind.NOTE, width=32),
    Column(name="reaction", header="反应", kind=Kind.NOTE, width=24),
    Column(name="overruled", header="忽略的提醒", width=20, is_owner_only=True),
    Column(name="confirmed_on", header="确认送达日期", kind=Kind.DATE, is_owner_only=True),
    Column(name="notes", header="订购备注", kind=Kind.NOTE, width=24, is_owner_only=True),
)


def _gifts(folder: ClientFolder) -> Iterator[SheetRow]:
    for gift in folder.gifts:
        yield (
            f"g{gift.id}",
            (
                folder.client.name,
                recipient(folder, gift),
                words.occasion_word(gift.occasion),
                words.word(words.GIFT, gift.state),
                gift.item,
                gift.cost,
                _gift_day(gift),
                gift.ordered_on,
                gift.delivered_on,
                gift.sent_as,
                gift.card_text,
                gift.reaction,
                gift.overruled,
                gift.confirmed_on,
                gift.notes,
            ),
        )


GIFTS: Final = Sheet(key="gift", title="礼物", columns=_GIFTS, rows=_gifts)


def recipient(folder: ClientFolder, gift: Gift) -> str:
    """Return what the one who gets a gift is called; 本人 for the client."""
    person = folder.person(gift.person_id)
    if person is None:
        return words.HERSELF
    return person.nickname or person.name or words.word(words.RELATION, person.relation)


def _gift_day(gift: Gift) -> Cell:
    if gift.on is not None and gift.month_only:
        return f"{gift.on.year}年{gift.on.month}月"
    return gift.on
