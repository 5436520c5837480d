"""One client of whom the book knows everything, as a folder: plainly fictional."""

import datetime as dt

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import (
    ActivityGuest,
    Attachment,
    Bill,
    BillKind,
    Client,
    ClientDate,
    ClinicCard,
    Complaint,
    CompletedProject,
    Consent,
    Contact,
    DateKind,
    Deposit,
    FactSource,
    FestivalMark,
    Gift,
    GiftState,
    Knows,
    LeadState,
    Package,
    Person,
    Phone,
    PointsEntry,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    Relation,
    Sex,
    Tag,
    Tier,
    Visit,
    VisitType,
)

DAY = dt.date(2026, 11, 20)

SECRETS = ("前夫还在纠缠", "和婆婆不和", "丈夫嫌她乱花钱", "6543210", "知道", "不知道", "不清楚")
"""What the manager must never find: private notes, a marked line, family notes and income, who
knows."""

CLIENT = Client(
    id=1,
    uid="uid-1",
    name="王雅琴",
    display_name="王姐",
    sex=Sex.FEMALE,
    wechat="13800138000",
    qq="10001",
    occupation="餐饮老板",
    income=35_000_000,
    address="中央公馆28栋560",
    source="朋友介绍",
    referred_by_id=2,
    first_contact_on=dt.date(2021, 3, 1),
    personality="注重隐私",
    dialect="四川话",
    affordability="高",
    risk_attitude="谨慎",
    appearance_expectation="自然",
    health_notes="血压偏高",
    notes="下午方便接电话\n【私密】和婆婆不和\n老公手机 139-0000-5678",
    private_notes="前夫还在纠缠",
    lead_state=LeadState.SOLD,
    owner="小林",
    tier=Tier.A,
    vip=True,
    marked_big=True,
    children_count=2,
    visits_stated=8,
)

FULL = ClientFolder(
    client=CLIENT,
    referred_by="李兰",
    phones=(
        Phone(id=1, client_id=1, digits="13800138000", is_main=True),
        Phone(id=2, client_id=1, digits="02788881234", label="家"),
    ),
    cards=(ClinicCard(id=1, client_id=1, source="clinic", number="C00018"),),
    preferences=(
        Preference(id=1, client_id=1, text="百合"),
        Preference(id=2, client_id=1, text="普洱茶"),
        Preference(id=3, client_id=1, kind=PreferenceKind.TABOO, text="香菜"),
        Preference(id=4, client_id=1, kind=PreferenceKind.ALLERGY, text="芒果"),
        Preference(id=5, client_id=1, kind=PreferenceKind.ALLERGY, text="海鲜过敏"),
        Preference(id=6, client_id=1, person_id=1, text="钓鱼"),
    ),
    tags=(
        Tag(id=1, client_id=1, name="老客"),
        Tag(id=2, client_id=1, name="抗衰", is_need=True),
    ),
    consents=(Consent(id=1, client_id=1, given_on=DAY, channel="微信", purpose="生日祝福"),),
    sources=(FactSource(id=1, client_id=1, field="income", learnt_on=DAY, learnt_from="闲聊"),),
    persons=(
        Person(
            id=1,
            client_id=1,
            relation=Relation.HUSBAND,
            name="赵建国",
            nickname="老公",
            occupation="主播",
            income=654_321_000,
            knows=Knows.NO,
            notes="丈夫嫌她乱花钱",
        ),
        Person(id=2, client_id=1, relation=Relation.CHILD, nickname="大宝", position=1),
    ),
    dates=(
        ClientDate(
            id=1, client_id=1, calendar=Calendar.LUNAR, year=1972, month=1, day=8, origin="农历"
        ),
        ClientDate(id=2, client_id=1, year=1972, month=2, day=22, origin="身份证", is_main=False),
        ClientDate(id=3, client_id=1, kind=DateKind.WEDDING, year=2009, month=5, day=1),
        ClientDate(id=4, client_id=1, kind=DateKind.VALUED, label="开店", month=8, day=18),
        ClientDate(id=5, client_id=1, person_id=1, month=11, day=18),
        ClientDate(id=6, client_id=1, person_id=2, year=2018, month=2, day=28),
    ),
    visits=(
        Visit(
            id=1,
            client_id=1,
            on=dt.date(2026, 3, 1),
            type=VisitType.FIRST,
            notes="聊了抗衰",
            doctor="陈医生",
            satisfaction=5,
            next_step="约复查",
            next_on=dt.date(2026, 4, 1),
        ),
        Visit(id=2, client_id=1, on=DAY, type=VisitType.CHECK),
    ),
    bills=(
        Bill(
            id=1,
            client_id=1,
            visit_id=1,
            on=dt.date(2026, 3, 1),
            order_number="0001",
            project="热玛吉",
            category="抗衰",
            list_price=2_000_000,
            paid=1_680_050,
        ),
        Bill(id=2, client_id=1, visit_id=1, on=dt.date(2026, 3, 1), project="水光", paid=120_000),
        Bill(id=3, client_id=1, on=DAY, kind=BillKind.REFUND, project="水光", paid=20_005),
    ),
    completed=(CompletedProject(id=1, client_id=1, project="双眼皮", times=2, notes="外院"),),
    potential=(
        PotentialProject(
            id=1, client_id=1, project="隆鼻", interest=4, budget=3_000_000, obstacle="怕疼"
        ),
    ),
    packages=(Package(id=1, client_id=1, project="光子嫩肤", bought=10, used=4, expires_on=DAY),),
    deposits=(Deposit(id=1, client_id=1, project="皮秒", amount=50_000, on=DAY),),
    gifts=(
        Gift(
            id=1,
            client_id=1,
            item="百合花束",
            cost=16_800,
            on=dt.date(2025, 3, 1),
            month_only=True,
            reaction="很喜欢",
        ),
        Gift(
            id=2,
            client_id=1,
            person_id=1,
            occasion="birthday",
            state=GiftState.ORDERED,
            item="蛋糕",
            on=DAY,
            card_text="生日快乐",
            overruled="price_spike",
        ),
    ),
    contacts=(Contact(id=1, client_id=1, on=DAY, channel="电话", outcome="考虑中"),),
    promises=(Promise(id=1, client_id=1, what="留一张体验卡", due_on=DAY),),
    complaints=(Complaint(id=1, client_id=1, on=DAY, direction="前台", severity=2, what="等太久"),),
    guests=((ActivityGuest(id=1, client_id=1, activity_id=1, spent=88_000), "周年沙龙"),),
    points=(PointsEntry(id=1, client_id=1, points=1_680, on=DAY),),
    attachments=(Attachment(id=1, client_id=1, title="百合花束", blob="b-1", taken_on=DAY),),
    festival_marks=(FestivalMark(id=1, client_id=1, festival="mid_autumn", on=DAY),),
)

PLAIN = ClientFolder(client=Client(id=2, uid="uid-2", name="李兰"))
"""A client of whom nothing is known but her name."""
