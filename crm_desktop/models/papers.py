"""Attachments of a client, and the pairs of clients who are not the same person."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from crm_desktop.domain.records.enums import AttachmentKind
from crm_desktop.models.base import Base, OfClient


class NotSameRow(Base):
    """Two clients of whom she said that they are not the same person."""

    __tablename__ = "not_same"

    client_id: Mapped[OfClient]
    other_id: Mapped[OfClient]
    said_on: Mapped[dt.date | None]


class AttachmentRow(Base):
    """A photo or a document; its content is a file of its own key, `thumbnail` base64 of a JPEG."""

    __tablename__ = "attachment"

    client_id: Mapped[OfClient]
    gift_id: Mapped[int | None] = mapped_column(
        ForeignKey("gift.id", ondelete="SET NULL"), index=True
    )
    visit_id: Mapped[int | None] = mapped_column(
        ForeignKey("visit.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[AttachmentKind]
    title: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    blob: Mapped[str]
    content_key: Mapped[str]
    thumbnail: Mapped[str]
    taken_on: Mapped[dt.date | None]
    added_at: Mapped[dt.datetime | None]
    notes: Mapped[str]
