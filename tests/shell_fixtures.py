"""Fixtures of the command line: a book made once and copied for each test, in a language."""

import pathlib
import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from crm_desktop.paths import resources_folder
from crm_desktop.ui.i18n import Language, Translators
from tests.shells import Shell, write_list
from tests.vaults import CHEAP

PEOPLE = (
    ("姓名", "手机号", "生日", "老公生日", "结婚纪念日", "收入"),
    ("云清欢", "15400000011", "1990-11-24", "农历八月十五", "2014-11-22", "35万"),
    ("云晚晴", "15400000012", "农历三月初三", None, None, None),
    ("云南星", "15400000013", "11月25日", None, None, None),
)


@pytest.fixture(scope="session")
def made_book(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a folder with a book of three clients and their list; never written to."""
    folder = tmp_path_factory.mktemp("made")
    shell = Shell(folder=folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crm_desktop.security.slots.FLOOR", CHEAP)
        shell.done("init")
        shell.done("import", str(write_list(folder / "people.xlsx", *PEOPLE)))
    return folder


@pytest.fixture
def shell(made_book: pathlib.Path, tmp_path: pathlib.Path, cheap_keys: None) -> Iterator[Shell]:
    """Return a shell over a copy of the book of three clients."""
    assert cheap_keys is None
    folder = tmp_path / "home"
    shutil.copytree(made_book, folder)
    yield Shell(folder=folder)
    # A book in use is locked again whatever happened.
    assert Shell(folder=folder).run("lock-check") in {0, 1}


@pytest.fixture
def empty(tmp_path: pathlib.Path, cheap_keys: None) -> Shell:
    """Return a shell without a book."""
    assert cheap_keys is None
    return Shell(folder=tmp_path)


@pytest.fixture(params=[Language.ENGLISH, Language.CHINESE], ids=["en", "zh"])
def spoken(request: pytest.FixtureRequest, shell: Shell, qapp: QApplication) -> Iterator[Shell]:
    """Return the shell speaking English, then Chinese."""
    before = QLocale()
    translators = Translators(qapp, resources_folder() / "i18n")
    shell.language = translators.speak(request.param)
    yield shell
    translators.speak(Language.ENGLISH)
    QLocale.setDefault(before)
