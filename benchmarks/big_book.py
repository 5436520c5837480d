"""An encrypted book of N plainly fictional clients, written in bulk, for the benchmarks.

Each client has four dates (her own, a husband's, a child's, the wedding), one or two phones,
some visits, bills and potential projects, notes of some hundred characters, and a tag or two.
Names follow the frequency of common surnames.
"""

import atexit
import contextlib
import datetime as dt
import functools
import pathlib
import random
import tempfile
from collections.abc import Iterator

from crm_desktop.clock import SystemClock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    DateKind,
    Person,
    Phone,
    PotentialProject,
    Preference,
    Relation,
    Tag,
    Tier,
    Visit,
)
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import put_new
from crm_desktop.services.search_index import reindex

TODAY = dt.date(2026, 11, 22)

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚"
    "邵万钱严覃武戴莫孔向汤单仇解查区翟朴乐盖"
)
_GIVEN = (
    "雅婷若曦美玲佳琪慧敏丽华玉兰诗涵晓燕可欣雨桐静怡梦洁思颖嘉怡文静紫萱子涵欣妍佩珊秀英"
    "海燕红梅春芳雪娟桂香淑珍菲倩薇璐瑶琳娜茜蓉晶莹艳萍凤霞月芬云清宁心"
)
_PROJECTS = ("热玛吉", "水光", "光子嫩肤", "皮秒", "双眼皮", "隆鼻", "瘦脸针", "脂肪填充")
PHRASES = (
    "喜欢茉莉花茶",
    "美式咖啡不加糖",
    "不喝冰的",
    "爱百合",
    "对花粉敏感",
    "怕疼要敷麻药",
    "周三下午有空",
    "老公在外地工作",
    "女儿学钢琴",
    "考虑热玛吉",
    "恢复期不能请假",
    "皮肤偏干",
    "觉得价格高",
    "闺蜜介绍来的",
    "做过水光",
    "下次带面膜",
    "送了香薰灯",
    "很满意效果",
    "想看案例",
    "预算三万左右",
    "经常出差",
    "妈妈住院了",
    "每周练瑜伽",
    "养了两只猫",
    "新房在装修",
    "孩子今年中考",
    "不要提年龄",
    "只加微信不接电话",
    "收藏普洱",
    "去日本泡温泉",
    "冬天滑雪",
    "打高尔夫",
    "节食减肥中",
    "答应给小样",
    "介绍过两位朋友",
    "对疤痕很在意",
)
"""What notes are made of, beside rare characters."""

_TAGS = ("抗衰", "紧致", "美白", "祛斑", "爱送礼", "怕疼", "时间自由", "难约")
_TIERS = (Tier.A, Tier.B, Tier.C, Tier.D, Tier.E, None, None, None, None, None)
_SIGNS = range(0x4E00, 0x4E00 + 3_000)
_AT_ONCE = 20_000


_open_books = contextlib.ExitStack()
atexit.register(_open_books.close)


@functools.cache
def shared_book(clients: int) -> Database:
    """Return the book of `clients` clients of this run, written when first asked for."""
    return _open_books.enter_context(big_book(clients))


@contextlib.contextmanager
def big_book(clients: int, seed: int = 7) -> Iterator[Database]:
    """Give a freshly written book of `clients` clients, gone with its folder afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
        database = Database.create(pathlib.Path(folder) / "book.db", key, SystemClock())
        try:
            fill(database, clients, seed)
            yield database
        finally:
            database.close()


def fill(database: Database, clients: int, seed: int = 7) -> None:
    """Write clients 1 to `clients` with all that hangs on them, unrecorded, and index them."""
    chance, words = random.Random(seed), random.Random(seed + 1)
    for first in range(1, clients + 1, _AT_ONCE):
        ids = range(first, min(first + _AT_ONCE, clients + 1))
        with database.write() as session:
            with unrecorded(session):
                put_new(session, Client, [_client(id_, chance, words) for id_ in ids])
                put_new(session, Phone, [_phone(id_, chance) for id_ in ids])
                put_new(session, Person, [p for id_ in ids for p in _family(id_, chance)])
                put_new(session, ClientDate, [d for id_ in ids for d in _dates(id_, chance)])
                put_new(session, Visit, [v for id_ in ids for v in _visits(id_, chance)])
                put_new(session, Bill, [b for id_ in ids for b in _bills(id_, chance)])
                put_new(session, PotentialProject, [_potential(id_, chance) for id_ in ids])
                put_new(session, Preference, [_preference(id_, words) for id_ in ids])
                put_new(session, Tag, [_tag(id_, words) for id_ in ids])
            reindex(session, ids)
    database.checkpoint()


def _client(id_: int, chance: random.Random, words: random.Random) -> Client:
    rare = chance.random() < 0.3  # noqa: PLR2004 - a third of the names is spread evenly
    place = chance.random() if rare else chance.random() ** 3
    given = "".join(chance.choices(_GIVEN, k=1 + (chance.random() < 0.8)))  # noqa: PLR2004 - most have two signs
    return Client(
        id=id_,
        uid=f"u{id_}",
        name=_SURNAMES[int(place * len(_SURNAMES))] + given,
        wechat=f"wx_{chance.randrange(10**6)}" if id_ % 3 else "",
        tier=chance.choice(_TIERS),
        vip=id_ % 50 == 0,
        archived_on=TODAY if id_ % 100 == 0 else None,
        notes=_notes(words),
    )


def _notes(words: random.Random) -> str:
    """Return three to twenty things said, each with a few characters of its own."""
    said = words.choices(PHRASES, k=words.randrange(3, 20))
    return ",".join(one + "".join(map(chr, words.choices(_SIGNS, k=3))) for one in said)


def _preference(id_: int, words: random.Random) -> Preference:
    return Preference(client_id=id_, text=words.choice(PHRASES))


def _tag(id_: int, words: random.Random) -> Tag:
    return Tag(client_id=id_, name=words.choice(_TAGS))


def _phone(id_: int, chance: random.Random) -> Phone:
    head = chance.choice(("130", "138", "139", "150", "158", "177", "186", "188", "199"))
    return Phone(client_id=id_, digits=f"{head}{chance.randrange(10**8):08d}", is_main=True)


def _family(id_: int, chance: random.Random) -> tuple[Person, Person]:
    """Return husband and child, with the ids 2n - 1 and 2n."""
    return (
        Person(id=2 * id_ - 1, client_id=id_, relation=Relation.HUSBAND, nickname="老公"),
        Person(
            id=2 * id_,
            client_id=id_,
            relation=Relation.CHILD,
            nickname=chance.choice(("大宝", "小宝", "豆豆", "糖糖", "乐乐")),
        ),
    )


def _dates(id_: int, chance: random.Random) -> list[ClientDate]:
    owners = ((None, DateKind.BIRTHDAY), (2 * id_ - 1, DateKind.BIRTHDAY))
    more = ((2 * id_, DateKind.BIRTHDAY), (None, DateKind.WEDDING))
    return [
        ClientDate(
            client_id=id_,
            person_id=person,
            kind=kind,
            calendar=Calendar.LUNAR if chance.random() < 0.3 else Calendar.SOLAR,  # noqa: PLR2004 - a third lunar
            year=chance.randrange(1960, 2024) if chance.random() < 0.7 else None,  # noqa: PLR2004 - most years known
            month=chance.randrange(1, 13),
            day=chance.randrange(1, 29),
        )
        for person, kind in owners + more
    ]


def _visits(id_: int, chance: random.Random) -> list[Visit]:
    days = {chance.randrange(900) for _ in range(chance.randrange(5))}
    return [Visit(client_id=id_, on=TODAY - dt.timedelta(days=day)) for day in sorted(days)]


def _bills(id_: int, chance: random.Random) -> list[Bill]:
    return [
        Bill(
            client_id=id_,
            on=TODAY - dt.timedelta(days=chance.randrange(900)),
            project=chance.choice(_PROJECTS),
            paid=chance.randrange(10_000, 3_000_000),
        )
        for _ in range(chance.randrange(5))
    ]


def _potential(id_: int, chance: random.Random) -> PotentialProject:
    return PotentialProject(client_id=id_, project=chance.choice(_PROJECTS))
