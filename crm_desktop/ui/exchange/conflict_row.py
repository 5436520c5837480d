"""A line of the conflict screen painted: what it is about, and its three columns."""

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.import_questions import Answer, Question
from crm_desktop.ui.exchange.conflict_lines import Head
from crm_desktop.ui.exchange.conflict_model import LINE_ROLE, ConflictModel, Line
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

ROW: Final = 48
HEADER: Final = 34
_CHECK: Final = 16
_MARK: Final = 3
_HINT: Final = 12
_LEADING: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TRAILING: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHARES: Final = (0.22, 0.2, 0.29)

Index = QModelIndex | QPersistentModelIndex


class Sections(NamedTuple):
    """Where the four columns of a row are."""

    what: QRect
    base: QRect
    mine: QRect
    theirs: QRect


def sections(room: QRect) -> Sections:
    """Return the columns of a row in `room`; the heading and the rows share them."""
    inside = room.adjusted(SPACE_L, 0, -SPACE_S, 0)
    left, found = inside.left(), []
    for share in _SHARES:
        width = int(inside.width() * share)
        found.append(QRect(left, inside.top(), width, inside.height()))
        left += width
    found.append(QRect(left, inside.top(), inside.right() - left, inside.height()))
    return Sections(*found)


def side_of(question: Question, answer: Answer | None) -> Accept | None:
    """Return in which column an answer stands; a client of hers is mine, a new one theirs."""
    if answer is None or isinstance(answer, Accept):
        return answer
    return Accept.MINE if answer in question.candidates else Accept.THEIRS


class ConflictHeader(QWidget):
    """What the columns are, above them; it stays while the rows scroll."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        where = sections(self.rect())
        font = _small(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        base = where.base.adjusted(SPACE_S, 0, 0, 0)
        _write(painter, base, self.tr("Last synced"), "text2")
        for room, key, words in (
            (where.mine, "1", self.tr("Mine")),
            (where.theirs, "2", self.tr("Theirs")),
        ):
            _key_and_word(painter, room.adjusted(SPACE_M, 0, 0, 0), key, words)


def _key_and_word(painter: QPainter, room: QRect, key: str, words: str) -> None:
    side = painter.fontMetrics().height() + 2
    badge = QRectF(room.left(), room.center().y() - side / 2, side, side)
    painter.setPen(colour("line_strong"))
    painter.setBrush(colour("alt"))
    painter.drawRoundedRect(badge, SPACE_XS, SPACE_XS)
    painter.setPen(colour("text2"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, key)
    _write(painter, room.adjusted(round(side) + SPACE_S, 0, 0, 0), words, "text2")


class ConflictRow(QStyledItemDelegate):
    """Paints heads and lines of one height."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = index.data(LINE_ROLE)
        if not isinstance(model, ConflictModel) or line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        _paint_ground(painter, option)
        if isinstance(line, Head):
            _paint_head(painter, option, line, model.progress(line))
        else:
            _paint_line(painter, option, line, side_of(line.question, model.answer(line.question)))
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    room = option.rect
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(room, colour("alt"))
        painter.fillRect(QRect(room.left(), room.top(), _MARK, room.height()), colour("accent"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(room, colour("alt"))


def _paint_head(
    painter: QPainter, option: QStyleOptionViewItem, head: Head, progress: tuple[int, int]
) -> None:
    room = option.rect.adjusted(SPACE_L, 0, -SPACE_L, 0)
    painter.setPen(colour("line"))
    painter.drawLine(option.rect.topLeft(), option.rect.topRight())
    circle = QRectF(room.left(), room.center().y() - SMALL / 2 + 1, SMALL, SMALL)
    paint_avatar(painter, circle, head.name)
    done, count = progress
    is_done = done == count
    painter.setFont(_small(option.font))
    told = f"{done} / {count}"
    width = painter.fontMetrics().horizontalAdvance(told)
    painter.setPen(colour("ok" if is_done else "text2"))
    painter.drawText(room, _TRAILING, told)
    if is_done:
        sign = QRect(room.right() - width - _CHECK - SPACE_S, room.center().y() - 7, _CHECK, _CHECK)
        icon(Icon.DONE, "ok").paint(painter, sign)
    strong = QFont(option.font)
    strong.setWeight(QFont.Weight.DemiBold)
    painter.setFont(strong)
    left = round(circle.right()) + SPACE_M
    _write(painter, room.adjusted(left - room.left(), 0, -width - _CHECK - SPACE_M, 0), head.name)


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, line: Line, side: Accept | None
) -> None:
    where = sections(option.rect)
    _paint_what(painter, option.font, where.what, line)
    painter.setFont(option.font)
    base = where.base.adjusted(SPACE_S, 0, -SPACE_S, 0)
    _write(painter, base, line.base, "text2")
    for room, text, own in (
        (where.mine, line.mine, Accept.MINE),
        (where.theirs, line.theirs, Accept.THEIRS),
    ):
        _paint_choice(painter, room, text, is_chosen=side is own, is_open=side is None)


def _paint_what(painter: QPainter, font: QFont, room: QRect, line: Line) -> None:
    inside = room.adjusted(0, 0, -SPACE_S, 0)
    if not line.what:
        _write(painter, inside, line.word)
        return
    small = _small(font)
    upper, lower = QFontMetrics(font).height(), QFontMetrics(small).height()
    top = inside.center().y() - (upper + lower) // 2 + 1
    _write(painter, QRect(inside.left(), top, inside.width(), upper), line.word)
    painter.setFont(small)
    _write(painter, QRect(inside.left(), top + upper, inside.width(), lower), line.what, "text2")


def _paint_choice(
    painter: QPainter, room: QRect, text: str, *, is_chosen: bool, is_open: bool
) -> None:
    """Paint one side as the button it is: framed while open, filled once it was chosen."""
    box = QRectF(room).adjusted(SPACE_XS, SPACE_XS + 1, -SPACE_XS, -SPACE_XS - 1)
    if is_chosen or is_open:
        painter.setPen(colour("accent" if is_chosen else "line_strong"))
        painter.setBrush(colour("soft" if is_chosen else "surface"))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
    inside = room.adjusted(SPACE_M, 0, -SPACE_M, 0)
    if is_chosen:
        sign = QRect(inside.right() - _CHECK, inside.center().y() - _CHECK // 2, _CHECK, _CHECK)
        icon(Icon.CHECK, "accent").paint(painter, sign)
        inside.adjust(0, 0, -_CHECK - SPACE_XS, 0)
    _write(painter, inside, text, "text" if is_chosen or is_open else "text2")


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(scaled(_HINT))
    return small


def _write(painter: QPainter, room: QRect, words: str, shade: str = "text") -> None:
    """Write words into a line, with an ellipsis where the room ends."""
    painter.setPen(colour(shade))
    line = " ".join(words.split("\n"))
    width = max(room.width(), 0)
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)
    painter.drawText(room, _LEADING, shown)
