"""The style sheet, generated from tokens and type scale; nothing else names a colour."""

import re
from dataclasses import asdict

from crm_desktop.ui.theme.scale import TypeScale
from crm_desktop.ui.theme.tokens import Tokens

_HEIGHT = re.compile(r"min-height: (\d\d+)px")
_BODY = 14

_GROUND = """
* { font-size: $body_sizepx; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $bg; }
QLabel { background: transparent; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong;
    padding: 6px 8px; font-size: $hint_sizepx; }
QScrollArea, QScrollArea > QWidget > QWidget[role="column"] {
    background: transparent; border: none; }
QFrame[role="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
"""

_TEXT = """
QLabel[role="page-title"] { font-size: $page_sizepx; font-weight: 700; }
QLabel[role="section"] { font-size: $section_sizepx; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: $text2; }
QLabel[role="hint"] { color: $text3; font-size: $hint_sizepx; }
QLabel[role="field-label"] { color: $text2; font-size: $hint_sizepx; }
QLabel[role="ok"] { color: $ok; font-size: $hint_sizepx; }
QLabel[role="warning"] { color: $warn; font-size: $hint_sizepx; }
QLabel[role="bad"] { color: $bad; font-size: $hint_sizepx; }
QLabel[role="strong-bad"] { color: $bad; font-weight: 600; }
QLabel[role="code"] { background: $alt; border: 1px solid $line; border-radius: 8px;
    padding: 8px 4px; font-size: $section_sizepx; font-weight: 600; }
QLabel[shade="ok"] { color: $ok; }
QLabel[shade="accent"] { color: $accent; }
QLabel[shade="warn"] { color: $warn; }
QLabel[shade="bad"] { color: $bad; }
QLabel[shade="text2"] { color: $text2; }
QLabel[pill] { font-size: $hint_sizepx; font-weight: 600; border-radius: 10px; padding: 2px 10px; }
QLabel[pill="plain"] { background: $alt; color: $text2; }
QLabel[pill="accent"] { background: $soft; color: $accent; }
QLabel[pill="gold"] { background: $gold_soft; color: $gold_text; }
QLabel[pill="ok"] { background: $ok_soft; color: $ok; }
QLabel[pill="warn"] { background: $warn_soft; color: $warn; }
QLabel[pill="bad"] { background: $bad_soft; color: $bad; }
"""

_FRAMES = """
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[role="card"][over="yes"] { background: $soft; border: 1px dashed $accent; }
QFrame[role="card-alt"] { background: $alt; border: none; border-radius: 12px; }
QFrame[role="band"] { border-radius: 8px; }
QFrame[role="band"][tone="bad"] { background: $bad_soft; }
QFrame[role="band"][tone="warn"] { background: $warn_soft; }
QFrame[role="band"][tone="ok"] { background: $ok_soft; }
QFrame[role="band"][tone="accent"] { background: $soft; }
QFrame[role="band"][tone="plain"] { background: $alt; }
QFrame[role="toast"] { background: $surface; border: 1px solid $line_strong; border-radius: 12px; }
QWidget[role="line"] { background: transparent; border: 2px solid transparent;
    border-radius: 8px; }
QWidget[role="line"]:hover { background: $alt; }
QWidget[role="line"]:focus { border-color: $accent; }
QFrame[role="option"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="option"]:hover { border-color: $line_strong; }
QFrame[role="option"][chosen="yes"] { background: $soft; border-color: $accent; }
QFrame[role="popup"] { background: $surface; border: 1px solid $line_strong; }
QFrame[role="side"] { background: $side; border: none; }
QLabel[role="state"] { color: $text2; font-size: $hint_sizepx; }
QFrame[role="side"] QLabel[role="brand"] {
    color: $accent; font-size: $brand_sizepx; font-weight: 700; }
"""

_BUTTONS = """
QPushButton { background: $surface; border: 1px solid $line; border-radius: 8px;
    padding: 0 14px; min-height: 32px; }
QPushButton:hover { background: $alt; border-color: $line_strong; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px;
    outline: none; }
QPushButton:disabled { color: $text3; background: $alt; border-color: $line; }
QPushButton:checked { background: $soft; color: $accent; border-color: $accent; }
QPushButton::menu-indicator { width: 0; image: none; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $text3; }
QPushButton[role="danger"] { color: $bad; }
QPushButton[role="danger"]:hover { background: $bad_soft; border-color: $bad; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[role="quiet"]:hover { background: $alt; color: $text; }
QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="quiet"]:disabled { color: $text3; }
QPushButton[role="link"] { background: transparent; border-color: transparent; color: $accent;
    padding: 0 6px; }
QPushButton[role="link"]:hover { background: $soft; }
QPushButton[role="link"]:focus { border-color: $accent; padding: 0 5px; }
QPushButton[role="nav"] { background: transparent; border: 2px solid transparent; color: $text2;
    text-align: left; padding: 0 12px; min-height: 36px; }
QPushButton[role="nav"]:hover { background: $line; }
QPushButton[role="nav"]:checked { background: $surface; color: $accent; font-weight: 600; }
QPushButton[role="nav"]:focus { border-color: $accent; }
QPushButton[role="nav"][narrow="yes"] { padding: 0 9px; }
QPushButton[role="choice"] { text-align: left; padding: 12px 14px; min-height: 44px; }
QPushButton[segment] { margin: 0; }
QPushButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[segment="middle"] { border-radius: 0; border-left: none; border-right: none; }
QPushButton[segment="inner"] { border-radius: 0; border-right: none; }
QPushButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0; }
QPushButton[segment="middle"]:focus, QPushButton[segment="inner"]:focus {
    border: 2px solid $accent; }
QPushButton[pill] { min-height: 20px; padding: 0 9px; border: 1px solid transparent;
    border-radius: 11px; font-size: $hint_sizepx; font-weight: 600; }
QPushButton[pill="plain"] { background: $alt; color: $text2; }
QPushButton[pill="accent"] { background: $soft; color: $accent; }
QPushButton[pill="gold"] { background: $gold_soft; color: $gold_text; }
QPushButton[pill="ok"] { background: $ok_soft; color: $ok; }
QPushButton[pill="warn"] { background: $warn_soft; color: $warn; }
QPushButton[pill="bad"] { background: $bad_soft; color: $bad; }
QPushButton[pill]:hover { border-color: $line_strong; }
QPushButton[pill]:focus { border: 1px solid $accent; min-height: 20px; padding: 0 9px; }
QPushButton[chip="yes"], QPushButton[chip="yes"]:focus { min-height: 30px; padding: 0 10px;
    border-radius: 16px; font-size: $body_sizepx; font-weight: 400; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 8px;
    padding: 5px; color: $text2; }
QToolButton:hover { background: $alt; }
QToolButton:pressed, QToolButton:checked { background: $soft; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { width: 0; image: none; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; border: 1px solid $line; border-radius: 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 10px; min-height: 32px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover,
QAbstractSpinBox:hover { border-color: $line_strong; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 9px; min-height: 30px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QPlainTextEdit:disabled { background: $alt; color: $text3; }
QLineEdit:read-only { background: $alt; }
QSpinBox[lead="rule"] { color: $text2; }
QSpinBox[lead="own"] { color: $accent; font-weight: 600; }
QLineEdit[wrong="yes"], QComboBox[wrong="yes"], QAbstractSpinBox[wrong="yes"],
QPlainTextEdit[wrong="yes"] { border: 2px solid $bad; }
QLineEdit[role="search"] { min-height: 38px; padding: 0 6px; }
QLineEdit[role="search"]:focus { min-height: 36px; padding: 0 5px; }
QLineEdit[role="inplace"], QPlainTextEdit[role="inplace"], QComboBox[role="inplace"],
QPushButton[role="inplace"] { background: transparent; border: 1px solid transparent;
    font-weight: 400; }
QPushButton[role="inplace"] { text-align: left; padding: 0 10px; }
QPushButton[role="inplace"][empty="yes"] { color: $text3; }
QFrame[role="card-alt"] QLineEdit[role="inplace"],
QFrame[role="card-alt"] QPlainTextEdit[role="inplace"],
QFrame[role="card-alt"] QComboBox[role="inplace"],
QFrame[role="card-alt"] QPushButton[role="inplace"] {
    background: $surface; border-color: $line; }
QFrame[role="card-alt"] QLineEdit[role="inplace"]:focus,
QFrame[role="card-alt"] QPlainTextEdit[role="inplace"]:focus,
QFrame[role="card-alt"] QComboBox[role="inplace"]:focus,
QFrame[role="card-alt"] QPushButton[role="inplace"]:focus { border-color: $accent; }
QFrame[role="card-alt"] QLineEdit[wrong="yes"] { border: 2px solid $bad; }
QLineEdit[role="inplace"]:hover, QPlainTextEdit[role="inplace"]:hover,
QComboBox[role="inplace"]:hover, QPushButton[role="inplace"]:hover {
    background: $alt; border-color: $line; }
QLineEdit[role="inplace"]:focus, QPlainTextEdit[role="inplace"]:focus,
QComboBox[role="inplace"]:focus, QPushButton[role="inplace"]:focus {
    background: $surface; border: 2px solid $accent; }
QPushButton[role="inplace"]:focus { padding: 0 9px; }
QLineEdit[role="tag-entry"] { background: transparent; border: 1px solid transparent;
    min-height: 20px; padding: 0 6px; font-size: $hint_sizepx; border-radius: 11px; }
QLineEdit[role="tag-entry"]:hover { background: $alt; }
QLineEdit[role="tag-entry"]:focus { background: $surface; border: 1px solid $accent; }
QLineEdit[role="inplace"] { padding: 0 8px; }
QLineEdit[role="inplace"]:focus { padding: 0 7px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0 8px;
    min-height: 0; }
QComboBox::drop-down { width: 26px; border: none; }
QComboBox::down-arrow {
    image: url(icons:controls/chevron-down-$name.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong;
    padding: 4px; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 22px; border: none; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow {
    image: url(icons:controls/chevron-up-$name.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow {
    image: url(icons:controls/chevron-down-$name.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 26px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator,
QListView::indicator { width: 16px; height: 16px;
    border: 1px solid $line_strong; background: $surface; border-radius: 5px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTreeView::indicator:checked,
QListView::indicator:checked {
    background: $accent; border-color: $accent;
    image: url(icons:controls/check-$name.svg); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {
    background: $accent; border-color: $accent;
    image: url(icons:controls/minus-$name.svg); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; border-radius: 6px; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
"""

_LISTS = """
QAbstractItemView { background: $surface; border: none; outline: none; color: $text;
    selection-background-color: $soft; selection-color: $text; alternate-background-color: $alt; }
QTableView { gridline-color: transparent; }
QTableView[role="card"], QListView[role="card"], QTreeView[role="card"] {
    border: 1px solid $line; border-radius: 12px; }
QListView::item, QTableView::item, QTreeView::item {
    border-bottom: 1px solid $line; padding: 0 8px; }
/* Qt puts 3 px before the text of a cell and none before a heading, which has 8. */
QTableView::item { padding: 0 5px; }
QTreeView::item { border: none; }
QTreeView::branch:has-children:open {
    image: url(icons:controls/chevron-down-$name.svg); padding: 3px; }
QTreeView::branch:has-children:closed {
    image: url(icons:controls/chevron-right-$name.svg); padding: 3px; }
QListView::item:hover, QTableView::item:hover, QTreeView::item:hover { background: $alt; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {
    background: $soft; color: $text; }
QComboBox QAbstractItemView::item { border: none; border-radius: 6px; min-height: 30px; }
QTableView[role="month"], QTableView[role="month"]::item,
QTableView[role="month"]::item:hover, QTableView[role="month"]::item:selected {
    background: transparent; border: none; selection-background-color: transparent; }
QHeaderView { background: transparent; border: none; }
QTableView[role="month"] QHeaderView::section { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $text2; font-size: $hint_sizepx;
    border: none; border-bottom: 1px solid $line; padding: 0 8px; min-height: 44px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::section:first { border-top-left-radius: 12px; }
QHeaderView::section:last { border-top-right-radius: 12px; }
QHeaderView::down-arrow {
    image: url(icons:controls/chevron-down-$name.svg); width: 12px; height: 12px; }
QHeaderView::up-arrow {
    image: url(icons:controls/chevron-up-$name.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: $surface; border: none; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 6px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 6px; min-height: 22px; }
QMenu::item:selected { background: $alt; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
"""

_MOVING = """
QScrollBar { background: transparent; border: none; margin: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QProgressBar[tone="bad"]::chunk { background: $bad; }
QProgressBar[tone="warn"]::chunk { background: $warn; }
QProgressBar[tone="ok"]::chunk { background: $ok; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 16px; height: 16px; margin: -6px 0;
    border-radius: 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text2; border: none;
    border-bottom: 2px solid transparent; padding: 8px 4px; margin-right: 20px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { border-bottom-color: $text; }
"""

_MONTH = """
QCalendarWidget QWidget { background: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { min-height: 40px; }
QCalendarWidget QToolButton { background: transparent; border: none; border-radius: 8px;
    padding: 4px 8px; margin: 2px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $alt; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QSpinBox { min-width: 64px; }
QCalendarWidget QTableView::item { border: none; padding: 0; }
QCalendarWidget QTableView { border: none; outline: none;
    selection-background-color: $soft; selection-color: $accent; }
QCalendarWidget QTableView:disabled { color: $text3; }
"""


def style_sheet(tokens: Tokens, scale: TypeScale) -> str:
    """Return the style sheet of one theme at one type scale."""
    text = _GROUND + _TEXT + _FRAMES + _BUTTONS + _INPUTS + _LISTS + _MOVING + _MONTH
    sizes = {f"{name}_size": str(size) for name, size in asdict(scale).items()}
    sizes["brand_size"] = str(round(scale.body * 18 / 14))
    values = asdict(tokens) | sizes
    # Longest names first, so that `$text` does not eat the head of `$text2`.
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"${name}", values[name])
    return _HEIGHT.sub(_Enlarged(scale.body), text)


class _Enlarged:
    """Makes the least height of a control follow its letters."""

    def __init__(self, body: int) -> None:
        self._body = body

    def __call__(self, found: re.Match[str]) -> str:
        return f"min-height: {round(int(found[1]) * self._body / _BODY)}px"
