"""Pictures as they are kept: turned upright, no larger than a screen, without where and when.

Phones write the place, the time and the owner into a photo; drawing it anew leaves all that out.
"""

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from crm_desktop.domain.errors import AttachmentTooLarge, NotAPicture
from crm_desktop.domain.records import AttachmentKind
from crm_desktop.services.attachments import MOST_MEGABYTES, file_content

JPEG: Final = "image/jpeg"
_LONGEST_SIDE: Final = 2560
_THUMBNAIL_SIDE: Final = 192
_QUALITY: Final = 88
_THUMBNAIL_QUALITY: Final = 75
_MOST_PIXELS: Final = 200_000_000
_MEGABYTE: Final = 1 << 20
_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".heic", ".tif"})
_MEDIA_TYPES: Final = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A photo or a document ready to be kept; `thumbnail` is a JPEG in base64, "" for none."""

    kind: AttachmentKind
    title: str
    media_type: str
    content: bytes
    thumbnail: str = ""


def taken_from_file(path: Path) -> Taken:
    """Return the photo or document in a file.

    Raises:
        AttachmentTooLarge, AttachmentUnreadable, NotAPicture: nothing can be kept.
    """
    content = file_content(path)
    suffix = path.suffix.lower()
    image = _read(content)
    if image is not None:
        return taken_from_image(image, path.stem)
    if suffix in _PICTURES or not suffix:
        raise NotAPicture(path)
    media_type = _MEDIA_TYPES.get(suffix, "application/octet-stream")
    kind = AttachmentKind.DOCUMENT
    return Taken(kind=kind, title=path.name, media_type=media_type, content=content)


def taken_from_image(image: QImage, title: str) -> Taken:
    """Return the photo of an image, as one that was pasted.

    Raises:
        AttachmentTooLarge: even drawn anew it is larger than what is taken in.
    """
    content = _jpeg(_fitting(image, _LONGEST_SIDE), _QUALITY)
    if len(content) > MOST_MEGABYTES * _MEGABYTE:
        raise AttachmentTooLarge(Path(title), len(content) // _MEGABYTE, MOST_MEGABYTES)
    small = _jpeg(_fitting(image, _THUMBNAIL_SIDE), _THUMBNAIL_QUALITY)
    return Taken(
        kind=AttachmentKind.PHOTO,
        title=title,
        media_type=JPEG,
        content=content,
        thumbnail=base64.b64encode(small).decode("ascii"),
    )


def image_of(content: bytes) -> QImage:
    """Return the image in what was kept; a null one where there is none."""
    return _read(content) or QImage()


def thumbnail_of(text: str) -> QImage:
    """Return the small picture of an attachment; a null image for none."""
    return QImage.fromData(base64.b64decode(text)) if text else QImage()


def _read(content: bytes) -> QImage | None:
    """Return the image in `content`, upright and at most a screen large; None for none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or size.width() * size.height() > _MOST_PIXELS:
        return None
    if size.isValid() and max(size.width(), size.height()) > _LONGEST_SIDE:
        box = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _fitting(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _jpeg(image: QImage, quality: int) -> bytes:
    """Return `image` as JPEG, what shone through on white."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    flat.save(buffer, "JPEG", quality)  # type: ignore[call-overload] # the stub asks for bytes, Qt for str
    return bytes(buffer.data().data())
