"""The client herself, and the short facts that hang on her: phones, cards, preferences, tags."""

import datetime as dt
from dataclasses import dataclass, field

from crm_desktop.domain.records.enums import (
    AttachmentKind,
    ConsentKind,
    LeadState,
    PreferenceKind,
    Sex,
    Tier,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A client as the book holds her; every fact but the name is optional.

    `uid` is the identity that travels in workbooks; `income` is fen a year; `marked_big` is
    her own mark beside tier and VIP; `private_notes` never leave the book but for the owner.
    """

    id: int = 0
    uid: str = ""
    name: str = ""
    display_name: str = ""
    sex: Sex | None = None
    wechat: str = ""
    qq: str = ""
    occupation: str = ""
    income: int | None = None
    address: str = ""
    source: str = ""
    referred_by_id: int | None = None
    first_contact_on: dt.date | None = None
    personality: str = ""
    dialect: str = ""
    affordability: str = ""
    risk_attitude: str = ""
    appearance_expectation: str = ""
    health_notes: str = ""
    notes: str = ""
    private_notes: str = ""
    lead_state: LeadState | None = None
    owner: str = ""
    tier: Tier | None = None
    vip: bool = False
    marked_big: bool = False
    children_count: int | None = None
    visits_stated: int | None = None
    do_not_contact: bool = False
    archived_on: dt.date | None = None
    deceased_on: dt.date | None = None
    trashed_on: dt.date | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None

    @property
    def called(self) -> str:
        """Return what she is called on screen."""
        return self.display_name or self.name

    @property
    def is_big(self) -> bool:
        """Return whether the two-days-ahead service is hers (A, B, VIP or hand-marked)."""
        return self.vip or self.marked_big or self.tier in {Tier.A, Tier.B}

    @property
    def is_quiet(self) -> bool:
        """Return whether every reminder about her has stopped."""
        ended = (self.archived_on, self.deceased_on, self.trashed_on)
        return self.do_not_contact or any(day is not None for day in ended)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A phone number, digits only with the country code left out for +86."""

    id: int = 0
    client_id: int = 0
    digits: str = ""
    label: str = ""
    is_main: bool = False
    learnt_on: dt.date | None = None
    learnt_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicCard:
    """The number under which a source (the clinic's system) knows her."""

    id: int = 0
    client_id: int = 0
    source: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """Something she, or a person of her family, likes, avoids, or must not get."""

    id: int = 0
    client_id: int = 0
    person_id: int | None = None
    kind: PreferenceKind = PreferenceKind.LIKE
    category: str = ""
    text: str = ""
    learnt_on: dt.date | None = None
    learnt_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag on a client; a need tag names what she wants done."""

    id: int = 0
    client_id: int = 0
    name: str = ""
    is_need: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What she agreed to, when and how, in which wording."""

    id: int = 0
    client_id: int = 0
    given_on: dt.date | None = None
    channel: str = ""
    purpose: str = ""
    text_version: str = ""
    withdrawn_on: dt.date | None = None
    kind: ConsentKind = ConsentKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSource:
    """When and from where one field of the client was learnt."""

    id: int = 0
    client_id: int = 0
    field: str = ""
    learnt_on: dt.date | None = None
    learnt_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSame:
    """Two clients of whom she said that they are not the same person."""

    id: int = 0
    client_id: int = 0
    other_id: int = 0
    said_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A photo or a document: `blob` names its encrypted file, `size` counts the bytes in clear.

    `content_key` opens that file alone (base64 of 32 bytes). `thumbnail` is a small JPEG in
    base64, "" for what has no picture; `gift_id` and `visit_id` say what it shows.
    """

    id: int = 0
    client_id: int = 0
    gift_id: int | None = None
    visit_id: int | None = None
    kind: AttachmentKind = AttachmentKind.PHOTO
    title: str = ""
    media_type: str = ""
    size: int = 0
    blob: str = ""
    content_key: str = field(default="", repr=False)
    thumbnail: str = field(default="", repr=False)
    taken_on: dt.date | None = None
    added_at: dt.datetime | None = None
    notes: str = ""
