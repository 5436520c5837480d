"""The lines of the chosen day: painted, as a day of a large book has a hundred."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from crm_desktop.services.calendar import DayLine
from crm_desktop.ui.calendar.agenda import INKS, write
from crm_desktop.ui.calendar.days import Index
from crm_desktop.ui.calendar.words import ICONS, followed, standing_name, what, whose_entry
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.occasions import event, red_line
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import RADIUS_CONTROL, ROW_HEIGHT, SPACE_S, SPACE_XS, colour
from crm_desktop.ui.widgets.avatar import SMALL, paint_avatar

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_SIGN: Final = 16


def said(line: DayLine) -> str:
    """Return what the day is, as fully as is known."""
    if line.occasion.festival:
        return what(line.entry)
    return followed(event(line.occasion), line.entry)


class DayListModel(QAbstractListModel):
    """What happens on one day, big clients first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DayLine, ...] = ()

    @property
    def lines(self) -> tuple[DayLine, ...]:
        """What is shown."""
        return self._lines

    def show(self, lines: Sequence[DayLine]) -> None:
        """Show another day."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return whose_entry(line.entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (whose_entry(line.entry), said(line), standing_name(line.standing))
            return "\n".join(filter(None, [*parts, red_line(line.occasion)]))
        return None


class DayRow(QStyledItemDelegate):
    """Paints a line: avatar, whose day, what it is, how far she is; a red sign warns."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line: DayLine = index.data(LINE_ROLE)
        room = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("soft"))
            painter.drawRoundedRect(QRectF(room), RADIUS_CONTROL, RADIUS_CONTROL)
        inside = room.adjusted(SPACE_S, 0, -SPACE_S, 0)
        self._paint(painter, inside, option.font, line)
        painter.restore()

    def _paint(self, painter: QPainter, room: QRect, font: QFont, line: DayLine) -> None:
        entry = line.entry
        circle = QRectF(room.left(), room.center().y() - SMALL / 2 + 1, SMALL, SMALL)
        painter.setFont(font)
        paint_avatar(painter, circle, whose_entry(entry), Tone.ACCENT if entry.big else Tone.PLAIN)
        words = room.adjusted(SMALL + SPACE_S + SPACE_XS, SPACE_S, 0, -SPACE_S)
        upper, lower = QRect(words), QRect(words)
        upper.setBottom(words.center().y())
        lower.setTop(words.center().y() + 1)
        if red_line(line.occasion):
            side = QRect(upper.right() - _SIGN, upper.center().y() - _SIGN // 2, _SIGN, _SIGN)
            icon(Icon.WARNING, "bad").paint(painter, side)
            upper.setRight(side.left() - SPACE_S)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        write(painter, upper, strong, whose_entry(entry))
        painter.setFont(font)
        self._paint_state(painter, lower, font, line)

    def _paint_state(self, painter: QPainter, room: QRect, font: QFont, line: DayLine) -> None:
        standing = standing_name(line.standing)
        painter.setPen(colour(INKS.get(line.standing, "text2")))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, standing
        )
        taken = QFontMetrics(font).horizontalAdvance(standing) + SPACE_S if standing else 0
        side = QRect(room.left(), room.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        icon(ICONS[line.entry.facet], "accent" if line.entry.big else "text2").paint(painter, side)
        painter.setPen(colour("text2"))
        write(painter, room.adjusted(_SIGN + SPACE_XS + 2, 0, -taken, 0), font, said(line))
