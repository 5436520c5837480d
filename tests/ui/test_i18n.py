"""Languages: catalogues up to date, finished, compiled, and with every fact in place."""

import pathlib
import re
import string
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.i18n import Language, Translators, resolved
from crm_desktop.ui.text import relative
from resources.i18n import update
from tests.ui.fakes import FakeClock

LATIN = re.compile(r"[A-Za-z]{4,}")
# Words a Chinese screen says in Latin letters too.
KEPT = {
    "Excel",
    "JPEG",
    "jpeg",
    "webp",
    "debug",
    "Ctrl",
    "Numbers",
    "xlsx",
    "passphrase",
    "stdin",
    "CSV",
    "JSON",
    "LibreOffice",
    "MIT",
    "json",
    "fods",
    "xlsb",
    "xlsm",
    "WPS",
}


def catalogue(folder: pathlib.Path) -> list[tuple[str, ET.Element]]:
    tree = ET.parse(folder / update.CHINESE.name)  # noqa: S314 - our own file
    return list(update.messages(tree.getroot()))


def told(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else "".join(translation.itertext()).strip()


def is_unfinished(message: ET.Element) -> bool:
    return any(part.get("type") == "unfinished" for part in message.iter("translation"))


def fields_of(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a folder with the catalogues as collecting and compiling now would leave them."""
    folder = tmp_path_factory.mktemp("i18n")
    for file in (update.CHINESE, update.ENGLISH):
        (folder / file.name).write_bytes(file.read_bytes())
    update.collect(folder)
    update.fill(folder / update.CHINESE.name, {})
    update.compile_all(folder, folder)
    return folder


def test_every_text_is_in_the_catalogue_and_finished(fresh: pathlib.Path) -> None:
    unfinished = [
        f"{context}: {message.findtext('source')}"
        for context, message in catalogue(fresh)
        if not told(message) or is_unfinished(message)
    ]

    assert unfinished == []


@pytest.mark.parametrize("name", ["crm_zh_CN.qm", "crm_en.qm"])
def test_compiled_texts_are_those_of_the_catalogue(fresh: pathlib.Path, name: str) -> None:
    assert (update.HERE / name).read_bytes() == (fresh / name).read_bytes()


def test_every_translation_keeps_the_places_for_facts() -> None:
    differing = [
        message.findtext("source")
        for _, message in catalogue(update.HERE)
        if told(message) and fields_of(message.findtext("source", "")) != fields_of(told(message))
    ]

    assert differing == []


def test_no_english_is_left_in_the_chinese() -> None:
    left = [
        told(message)
        for _, message in catalogue(update.HERE)
        if set(LATIN.findall(re.sub(r"\{[^}]*\}", "", told(message)))) - KEPT
    ]

    assert left == []


def test_every_context_is_one_the_app_asks_for() -> None:
    """What is told through another object's `tr` is collected under a name nobody looks up."""
    sources = "".join(file.read_text("utf-8") for file in update.SOURCES.rglob("*.py"))
    asked = set(re.findall(r"class (\w+)", sources)) | set(re.findall(r'"(\w+)"', sources))

    assert {context for context, _ in catalogue(update.HERE)} - asked == set()


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (Language.SYSTEM, "zh_CN", Language.CHINESE),
        (Language.SYSTEM, "zh_HK", Language.CHINESE),
        (Language.SYSTEM, "en_GB", Language.ENGLISH),
        (Language.SYSTEM, "de_DE", Language.ENGLISH),
        (Language.ENGLISH, "zh_CN", Language.ENGLISH),
        (Language.CHINESE, "en_GB", Language.CHINESE),
    ],
)
def test_language_follows_the_choice_then_the_system(
    choice: Language, system: str, expected: Language
) -> None:
    assert resolved(choice, QLocale(system)) is expected


def test_language_can_be_changed_back(translators: Translators, clock: FakeClock) -> None:
    today = clock.now().date()

    translators.speak(Language.CHINESE)
    chinese = relative(today, today)
    translators.speak(Language.ENGLISH)

    assert (chinese, relative(today, today)) == ("今天", "today")


def test_missing_texts_are_told_at_once(qapp: QApplication, tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError):
        Translators(qapp, tmp_path).speak(Language.CHINESE)


def test_fill_writes_what_is_unfinished_and_names_the_rest(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "x.ts"
    file.write_text(
        '<TS version="2.1"><context><name>A</name>'
        '<message><source>Save</source><translation type="unfinished"/></message>'
        '<message><source>Open</source><translation type="unfinished"/></message>'
        "<message><source>Done</source><translation>完成</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )

    left = update.fill(file, {"A|Save": "保存", "Done": "别的"})

    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert left == ["A|Open"]
    assert [told(message) for _, message in update.messages(root)] == ["保存", "", "完成"]
