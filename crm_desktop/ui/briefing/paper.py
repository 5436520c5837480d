"""Paper: the briefing as a document that fits on one sheet of A4, whatever stands in it."""

import datetime as dt
import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from crm_desktop.domain.briefing import Briefing, for_paper
from crm_desktop.ui.text import day_with_year, weekday
from crm_desktop.ui.text.briefing_words import Say, joined
from crm_desktop.ui.text.briefings import Part, Slot, heading_facts, parts, red_line
from crm_desktop.ui.text.openers import shortened
from crm_desktop.ui.theme.scale import FAMILIES
from crm_desktop.ui.theme.tokens import LIGHT

MARGIN_MM: Final = 15.0
# Pixels of 1/96 inch, and letters in pixels: points would depend on the screen it is made on.
_A4: Final = QSizeF(794.0, 1123.0)
_PIXELS_PER_MM: Final = 96 / 25.4
_DOTS_PER_INCH: Final = 300
_BAD, _SECOND, _LINE = LIGHT.bad, LIGHT.text2, LIGHT.line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """One try: the height of letters, the longest text, the most lines of a part."""

    pixels: int
    longest: int
    lines: int


_TRIES: Final = (
    _Size(pixels=14, longest=400, lines=12),
    _Size(pixels=13, longest=300, lines=12),
    _Size(pixels=12, longest=160, lines=8),
    _Size(pixels=11, longest=80, lines=6),
    _Size(pixels=10, longest=50, lines=4),
)


def paper(briefing: Briefing, today: dt.date) -> QTextDocument:
    """Return the document, in the largest letters with which all of it fits on one page.

    Very long facts are cut, with an ellipsis; the file has them whole. She may see the sheet:
    what `for_paper` leaves out is for the screen alone.
    """
    briefing = for_paper(briefing)
    found = [part for part in parts(briefing, today) if part.slot is not Slot.PRIVATE]
    document = QTextDocument()
    for size in _TRIES:
        _lay(document, briefing, today, found, size)
        if document.pageCount() == 1:
            break
    return document


def pdf(document: QTextDocument, title: str) -> bytes:
    """Return the document as PDF with its fonts embedded, so that Chinese shows everywhere."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(QCoreApplication.translate("Paper", "Client Keeper"))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout())
    document.print_(writer)
    buffer.close()
    return bytes(content.data())


def page_layout() -> QPageLayout:
    """Return A4 upright; the margins are in the document."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )


def _lay(
    document: QTextDocument,
    briefing: Briefing,
    today: dt.date,
    found: Sequence[Part],
    size: _Size,
) -> None:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(size.pixels)
    document.setDefaultFont(font)
    document.setDocumentMargin(MARGIN_MM * _PIXELS_PER_MM)
    document.setHtml(_html(briefing, today, found, size))
    document.setPageSize(_A4)


def _html(briefing: Briefing, today: dt.date, found: Sequence[Part], size: _Size) -> str:
    name = _text(briefing.client.called, size)
    on = f"{day_with_year(today)} {weekday(today)}"
    facts = _text(joined(heading_facts(briefing, today), on), size)
    body = [f"<p style='margin:0'><span style='font-size:x-large'><b>{name}</b></span><br>"]
    body.append(f"<span style='color:{_SECOND}'>{facts}</span></p>")
    if warning := red_line(briefing):
        told = html.escape(warning)
        body.append(f"<p style='color:{_BAD};margin:6px 0 0 0'><b>{told}</b></p>")
    body += [_part(part, size) for part in found]
    note = QCoreApplication.translate("Paper", "For you alone. Destroy this sheet after reading.")
    body.append(f"<p style='color:{_SECOND};margin:8px 0 0 0'>{html.escape(note)}</p>")
    return "".join(body)


def _part(part: Part, size: _Size) -> str:
    lines = [
        _line(say, size, number=number if part.slot is Slot.OPENERS else 0)
        for number, say in enumerate(part.says[: size.lines], start=1)
    ]
    left = len(part.says) - len(lines)
    if left > 0:
        more = QCoreApplication.translate("Paper", "… and {count} more in her file")
        lines.append(f"<span style='color:{_SECOND}'>{html.escape(more.format(count=left))}</span>")
    title = html.escape(part.title)
    return (
        f"<p style='margin:8px 0 2px 0'><b>{title}</b></p>"
        f"<p style='margin:0 0 0 10px'>{'<br>'.join(lines)}</p>"
    )


def _line(say: Say, size: _Size, *, number: int) -> str:
    text = _text(say.text, size)
    if say.is_urgent:
        text = f"<span style='color:{_BAD}'>{text}</span>"
    lead = f"{number}. " if number else ""
    if not say.detail:
        return f"{lead}{text}"
    return f"{lead}{text} <span style='color:{_SECOND}'>{_text(say.detail, size)}</span>"


def _text(words: str, size: _Size) -> str:
    """Return words of hers as text, never as markup, cut where they are too long."""
    return html.escape(shortened(words, size.longest))
