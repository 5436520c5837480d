"""The theme: readable pairs, no colour outside the tokens, icons that are there."""

import pathlib
import re

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.ui.icons import Icon, icon, pixmap
from crm_desktop.ui.theme.controls import controls
from crm_desktop.ui.theme.scale import factor, type_scale
from crm_desktop.ui.theme.style_sheet import style_sheet
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.theme.tokens import DARK, LIGHT, TEXT_PAIRS, Tokens, contrast, current

ROOT = pathlib.Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"
UI = ROOT / "crm_desktop" / "ui"
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|GlobalColor\.(?!transparent)")


def test_contrast_follows_the_formula_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable_on_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
def test_style_sheet_has_no_open_name_and_no_colour_of_its_own(tokens: Tokens) -> None:
    text = style_sheet(tokens, type_scale())
    known = {value.lower() for value in (getattr(tokens, name) for name in tokens.__slots__)}

    assert "$" not in text
    assert {found.lower() for found in re.findall(r"#[0-9A-Fa-f]{6}\b", text)} <= known


def test_no_colour_is_named_outside_the_tokens() -> None:
    named = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in UI.rglob("*.py")
        if file.name != "tokens.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if COLOUR.search(line)
    ]

    assert named == []


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("name", list(Icon))
def test_every_icon_is_there_and_takes_the_colour_of_its_token(name: Icon) -> None:
    picture = pixmap(name, "accent", 24, 1.0).toImage()

    inked = [
        picture.pixelColor(x, y)
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() > 100
    ]
    wanted = QColor(LIGHT.accent)
    assert inked
    assert all(
        abs(ink.red() - wanted.red()) + abs(ink.blue() - wanted.blue()) < 12 for ink in inked
    )


def test_icons_follow_the_theme_without_being_made_anew(theme: Theme) -> None:
    made = icon(Icon.CHECK, "text")
    light = made.pixmap(24).toImage()

    theme.wear(ThemeChoice.DARK)

    assert made.pixmap(24).toImage() != light


def test_icon_folder_holds_what_is_used_and_the_licence() -> None:
    held = {file.stem for file in ICONS.glob("*.svg")}

    assert {str(name) for name in Icon} <= held
    assert "ISC License" in (ICONS / "LICENSE").read_text(encoding="utf-8")


def test_marks_of_the_style_sheet_are_drawn_from_the_tokens_of_today() -> None:
    folder = ICONS / "controls"
    written = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.svg")}

    assert written == controls(ICONS)


@pytest.mark.parametrize(
    ("choice", "tokens"), [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)]
)
def test_choice_dresses_the_application(
    theme: Theme, qtbot: QtBot, choice: ThemeChoice, tokens: Tokens
) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.wear(choice)

    shown = QLabel("words")
    qtbot.addWidget(shown)
    shown.ensurePolished()
    assert current() is tokens
    assert tokens.surface in QApplication.instance().styleSheet()  # type: ignore[union-attr] # it is a QApplication
    assert shown.palette().windowText().color() == QColor(tokens.text)


@pytest.mark.parametrize(
    ("points", "platform", "expected"),
    [
        (9.0, "win32", 1.0),
        (13.5, "win32", 1.5),
        (13.0, "darwin", 1.0),
        (6.0, "linux", 1.0),
        (40.0, "linux", 2.0),
    ],
)
def test_letters_grow_with_the_system(points: float, platform: str, expected: float) -> None:
    font = QFont()
    font.setPointSizeF(points)

    assert factor(font, platform) == pytest.approx(expected)


def test_type_scale_keeps_its_four_steps() -> None:
    assert (type_scale().hint, type_scale().body, type_scale().section, type_scale().page) == (
        12,
        14,
        16,
        24,
    )
    assert type_scale(1.5).body == 21
