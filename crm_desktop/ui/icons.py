"""Icons: one SVG family, coloured from the theme at the moment they are painted."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from crm_desktop.ui.theme.tokens import Tokens, current


class Icon(StrEnum):
    """The icons there are; values are file names under `resources/icons/`."""

    ALARM = "alarm-clock"
    ALERT = "circle-alert"
    ARCHIVE = "archive"
    BABY = "baby"
    BACK = "arrow-left"
    BELL = "bell"
    BELL_OFF = "bell-off"
    BRAND = "book-heart"
    CAKE = "cake"
    CALENDAR = "calendar"
    CALENDAR_DAYS = "calendar-days"
    CALENDAR_HEART = "calendar-heart"
    CAMPAIGN = "megaphone"
    CARE = "hand-heart"
    CHART = "chart-no-axes-combined"
    CHECK = "check"
    CHECK_LIST = "list-checks"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CLIPBOARD = "clipboard-list"
    CLOCK = "clock"
    CLOSE = "x"
    COPY = "copy"
    CROWN = "crown"
    DISK = "hard-drive"
    DONE = "circle-check"
    DOWN = "arrow-down"
    DOWNLOAD = "download"
    EDIT = "pencil"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE = "file-text"
    FILTER = "filter"
    FLOWER = "flower-2"
    FOLDER = "folder-open"
    FORWARD = "arrow-right"
    GIFT = "gift"
    GRIP = "grip-vertical"
    HEART = "heart"
    HELP = "circle-help"
    HISTORY = "history"
    HOUSE = "house"
    IMAGE = "image"
    INFO = "info"
    KEY = "key-round"
    KEYBOARD = "keyboard"
    LANGUAGE = "languages"
    LINK = "link"
    LOCK = "lock"
    MAIL = "mail"
    MERGE = "merge"
    MESSAGE = "message-circle"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    MORE = "ellipsis"
    NOTE = "notebook-pen"
    OPEN_OUT = "external-link"
    PACKAGE = "package"
    PARTY = "party-popper"
    PHONE = "phone"
    PHONE_CALL = "phone-call"
    PIN = "pin"
    PLACE = "map-pin"
    PLUS = "plus"
    PRINT = "printer"
    QUICK = "zap"
    RECEIPT = "receipt"
    REDO = "redo-2"
    REFRESH = "refresh-cw"
    SAVE = "save"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD = "shield-check"
    SLIDERS = "sliders-horizontal"
    SMARTPHONE = "smartphone"
    SPARKLES = "sparkles"
    SPREADSHEET = "file-spreadsheet"
    STAR = "star"
    STETHOSCOPE = "stethoscope"
    SUN = "sun"
    TAG = "tag"
    TRANSFER = "arrow-left-right"
    TRASH = "trash-2"
    UNDO = "undo-2"
    UNLOCK = "lock-open"
    UP = "arrow-up"
    UPLOAD = "upload"
    USER = "user"
    USER_PLUS = "user-plus"
    USER_ROUND = "user-round"
    USERS = "users"
    USERS_ROUND = "users-round"
    WALLET = "wallet"
    WARNING = "triangle-alert"
    WRITE = "square-pen"


@cache
def icon(name: Icon, shade: str = "text2", on: str = "") -> QIcon:
    """Return the icon in the token `shade`, and of `on` while checked or selected."""
    return QIcon(_TokenIcon(name, shade, on or shade))


def pixmap(name: Icon, token: str, size: int, ratio: float) -> QPixmap:
    """Return the icon as a square picture of `size` logical pixels at a screen's `ratio`."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _drawing(name, _hex(current(), token)).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


class _TokenIcon(QIconEngine):
    """Paints one SVG in the colour its token has in the theme worn now."""

    def __init__(self, name: Icon, token: str, on: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._on = on

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        lit = state == QIcon.State.On or mode == QIcon.Mode.Selected
        colour = _hex(current(), self._token_of(mode, lit=lit))
        _drawing(self._name, colour).render(painter, _square(rect))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        lit = state == QIcon.State.On or mode == QIcon.Mode.Selected
        token = self._token_of(mode, lit=lit)
        key = f"{self._name}/{_hex(current(), token)}/{size.width()}x{size.height()}"
        picture = QPixmap()
        if QPixmapCache.find(key, picture):
            return picture
        picture = QPixmap(size)
        if picture.isNull():
            # A control that is being laid out may have no room for its icon yet.
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        QPixmapCache.insert(key, picture)
        return picture

    def _token_of(self, mode: QIcon.Mode, *, lit: bool) -> str:
        """Return the token that colours the icon in this state."""
        return "text3" if mode == QIcon.Mode.Disabled else self._on if lit else self._token

    @override
    def clone(self) -> QIconEngine:
        return _TokenIcon(self._name, self._token, self._on)


def _square(rect: QRect) -> QRectF:
    """Return the square at the left of `rect`; a wider icon keeps words at a distance."""
    side = min(rect.width(), rect.height())
    return QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)


def _hex(tokens: Tokens, token: str) -> str:
    return str(getattr(tokens, token))


@cache
def _drawing(name: Icon, colour: str) -> QSvgRenderer:
    file = QFile(f"icons:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(file.fileName())
    source = bytes(file.readAll().data()).replace(b"currentColor", colour.encode())
    file.close()
    # A finer line than Lucide's 2 px suits small, calm controls.
    source = source.replace(b'stroke-width="2"', b'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(source))
