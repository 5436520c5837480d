"""What one row of a workbook says about a client, before anything is matched or kept.

Everything is optional: "" / None / () means that the row does not speak of it, which never
means that something is to be cleared. Money is fen.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records.enums import BillKind, Relation, Sex, Tier, VisitType


class Field(StrEnum):
    """What a column of a list of clients may be about; the keys of resources/synonyms.toml.

    `OWNER` and those after it are read of a clinic's export only; the two that are stated are
    compared with the bills and never kept.
    """

    NAME = "name"
    DISPLAY_NAME = "display_name"
    SEX = "sex"
    BIRTHDAY = "birthday"
    BIRTHDAY_CALENDAR = "birthday_calendar"
    PHONE = "phone"
    WECHAT = "wechat"
    QQ = "qq"
    OCCUPATION = "occupation"
    INCOME = "income"
    ADDRESS = "address"
    CHILDREN_COUNT = "children_count"
    CHILDREN = "children"
    HUSBAND_NAME = "husband_name"
    HUSBAND_PHONE = "husband_phone"
    HUSBAND_BIRTHDAY = "husband_birthday"
    HUSBAND_OCCUPATION = "husband_occupation"
    HUSBAND_INCOME = "husband_income"
    WEDDING = "wedding"
    PERSONALITY = "personality"
    PREFERENCES = "preferences"
    LIKES = "likes"
    TABOOS = "taboos"
    ALLERGIES = "allergies"
    HEALTH_NOTES = "health_notes"
    POTENTIAL = "potential"
    COMPLETED = "completed"
    GIFTS = "gifts"
    VISITS_STATED = "visits_stated"
    NOTES = "notes"
    SOURCE = "source"
    REFERRED_BY = "referred_by"
    FIRST_CONTACT = "first_contact"
    TIER = "tier"
    TAGS = "tags"
    CARD_NUMBER = "card_number"
    DIALECT = "dialect"
    AFFORDABILITY = "affordability"
    RISK_ATTITUDE = "risk_attitude"
    APPEARANCE_EXPECTATION = "appearance_expectation"
    OWNER = "owner"
    MEMBER_LEVEL = "member_level"
    PAID_STATED = "paid_stated"
    LAST_VISIT_STATED = "last_visit_stated"


class BillField(StrEnum):
    """What a column of a list of bills may be about; the keys of `[bills]` in synonyms.toml.

    `PRICE` is the price of one, `LIST_TOTAL` that of the line before any discount.
    """

    ORDER_NUMBER = "order_number"
    CARD_NUMBER = "card_number"
    NAME = "name"
    PHONE = "phone"
    ON = "on"
    VISIT_TYPE = "visit_type"
    KIND = "kind"
    CATEGORY = "category"
    PROJECT = "project"
    QUANTITY = "quantity"
    PRICE = "price"
    LIST_TOTAL = "list_total"
    PAID = "paid"
    DOCTOR = "doctor"
    NOTES = "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDraft:
    """A child as the cell names it: `label` is 大宝, 女儿, a name, or "" where none stood."""

    label: str = ""
    birthday: DatedFact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerDraft:
    """Her husband (or wife) as far as the row speaks of him."""

    relation: Relation = Relation.HUSBAND
    name: str = ""
    phone: str = ""
    birthday: DatedFact | None = None
    occupation: str = ""
    income: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedDraft:
    """A project done, and how often."""

    project: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftDraft:
    """A gift once given; often only year and month are known. `cost` is fen."""

    item: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    cost: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierDraft:
    """A level she wrote by hand: VIP stands beside the tier."""

    tier: Tier | None = None
    vip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDraft:
    """Everything one row says about a client.

    `phones` are digits without +86, the main one first; `masked_phone` (138****1234) may
    help to match and never overwrites. `card_number` is the clinic's number for her,
    `member_level` the heading and the level of the clinic's own ladder (会员等级:金卡).
    """

    name: str = ""
    display_name: str = ""
    sex: Sex | None = None
    birthday: DatedFact | None = None
    phones: tuple[str, ...] = ()
    masked_phone: str = ""
    wechat: str = ""
    qq: str = ""
    occupation: str = ""
    income: int | None = None
    address: str = ""
    children_count: int | None = None
    children: tuple[ChildDraft, ...] = ()
    husband: PartnerDraft | None = None
    wedding: DatedFact | None = None
    personality: str = ""
    likes: tuple[str, ...] = ()
    taboos: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    health_notes: str = ""
    potential: tuple[str, ...] = ()
    completed: tuple[CompletedDraft, ...] = ()
    gifts: tuple[GiftDraft, ...] = ()
    visits_stated: int | None = None
    notes: str = ""
    source: str = ""
    referred_by: str = ""
    first_contact_on: dt.date | None = None
    tier: Tier | None = None
    vip: bool = False
    tags: tuple[str, ...] = ()
    card_number: str = ""
    dialect: str = ""
    affordability: str = ""
    risk_attitude: str = ""
    appearance_expectation: str = ""
    owner: str = ""
    member_level: str = ""
    paid_stated: int | None = None
    last_visit_stated: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillDraft:
    """One line of a clinic's list of bills; `on` is None where it could not be read.

    A line without a project and without money is an arrival alone.
    """

    card_number: str = ""
    name: str = ""
    phone: str = ""
    order_number: str = ""
    on: dt.date | None = None
    visit_type: VisitType | None = None
    kind: BillKind | None = None
    project: str = ""
    category: str = ""
    quantity: int = 1
    list_price: int | None = None
    paid: int | None = None
    doctor: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """One cell that was not taken: where it stands, what it was for, why, and its raw text."""

    sheet: str
    row: int
    column: str
    field: str | None
    code: ProblemCode
    raw: str
