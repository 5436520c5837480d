"""Clients and the short facts that hang on them."""

import datetime as dt

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import ConsentKind, LeadState, PreferenceKind, Sex, Tier
from crm_desktop.models.base import Base, OfClient, OfPerson


class ClientRow(Base):
    """A client as the book holds her; every fact but the name is optional."""

    __tablename__ = "client"

    uid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    display_name: Mapped[str]
    sex: Mapped[Sex | None]
    wechat: Mapped[str]
    qq: Mapped[str]
    occupation: Mapped[str]
    income: Mapped[int | None]
    address: Mapped[str]
    source: Mapped[str]
    referred_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("client.id", ondelete="SET NULL"), index=True
    )
    first_contact_on: Mapped[dt.date | None]
    personality: Mapped[str]
    dialect: Mapped[str]
    affordability: Mapped[str]
    risk_attitude: Mapped[str]
    appearance_expectation: Mapped[str]
    health_notes: Mapped[str]
    notes: Mapped[str]
    private_notes: Mapped[str]
    lead_state: Mapped[LeadState | None]
    owner: Mapped[str]
    tier: Mapped[Tier | None]
    vip: Mapped[bool]
    marked_big: Mapped[bool]
    children_count: Mapped[int | None]
    visits_stated: Mapped[int | None]
    do_not_contact: Mapped[bool]
    archived_on: Mapped[dt.date | None]
    deceased_on: Mapped[dt.date | None]
    trashed_on: Mapped[dt.date | None] = mapped_column(index=True)
    created_at: Mapped[dt.datetime | None]
    updated_at: Mapped[dt.datetime | None]


class PhoneRow(Base):
    """A phone number, digits only with the country code left out for +86."""

    __tablename__ = "phone"

    client_id: Mapped[OfClient]
    digits: Mapped[str]
    label: Mapped[str]
    is_main: Mapped[bool]
    learnt_on: Mapped[dt.date | None]
    learnt_from: Mapped[str] = mapped_column(server_default="")


class ClinicCardRow(Base):
    """The number under which a source (the clinic's system) knows her."""

    __tablename__ = "clinic_card"

    client_id: Mapped[OfClient]
    source: Mapped[str]
    number: Mapped[str]


class PreferenceRow(Base):
    """Something she, or a person of her family, likes, avoids, or must not get."""

    __tablename__ = "preference"

    client_id: Mapped[OfClient]
    person_id: Mapped[OfPerson]
    kind: Mapped[PreferenceKind]
    category: Mapped[str]
    text: Mapped[str]
    learnt_on: Mapped[dt.date | None]
    learnt_from: Mapped[str]


class TagRow(Base):
    """A tag on a client; a need tag names what she wants done."""

    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_name", "name", "client_id"), {"sqlite_autoincrement": True})

    client_id: Mapped[OfClient]
    name: Mapped[str]
    is_need: Mapped[bool]


class ConsentRow(Base):
    """What she agreed to, when and how, in which wording."""

    __tablename__ = "consent"

    client_id: Mapped[OfClient]
    given_on: Mapped[dt.date | None]
    channel: Mapped[str]
    purpose: Mapped[str]
    text_version: Mapped[str]
    withdrawn_on: Mapped[dt.date | None]
    kind: Mapped[ConsentKind] = mapped_column(server_default=ConsentKind.OTHER.value)


class FactSourceRow(Base):
    """When and from where one field of the client was learnt."""

    __tablename__ = "fact_source"

    client_id: Mapped[OfClient]
    field: Mapped[str]
    learnt_on: Mapped[dt.date | None]
    learnt_from: Mapped[str]
