"""The command as she starts it: languages of the system, odd bytes, no screen, no keychain."""

import json
import pathlib
import shutil
import sys

import pytest

from crm_desktop.paths import BookFolder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.security.tries import WAITS
from crm_desktop.ui.i18n import Language
from tests.shell_fixtures import PEOPLE
from tests.shells import Ended, one_sentence, process, write_list
from tests.vaults import PASSPHRASE, vault

PLACES = {
    Language.ENGLISH: {"LC_ALL": "C"},
    Language.CHINESE: {"LC_ALL": "", "LC_CTYPE": "", "LANG": "zh_CN.UTF-8"},
}
NO_KEYCHAIN = {
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/absent",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Return a book made at the least cost a real one may have."""
    folder = tmp_path_factory.mktemp("real")
    real = vault(folder / "book")
    real._cost = FLOOR
    real.lock(real.create(PASSPHRASE).book)
    return folder


@pytest.fixture
def book(made: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    shutil.copytree(made / "book", tmp_path / "book")
    return tmp_path / "book"


def told(ended: Ended, language: Language) -> str:
    assert (ended.code, ended.out) == (1, ""), ended
    return one_sentence(ended.err, language)


def _make_wait_long(book: pathlib.Path) -> None:
    """Count more wrong tries: a slow start of the next process must not outlast the wait."""
    tries = BookFolder(path=book).tries
    state = json.loads(tries.read_bytes())
    tries.write_text(json.dumps({**state, "wrong": len(WAITS)}), encoding="utf-8")


@pytest.mark.parametrize("language", PLACES)
def test_the_sentence_is_in_the_language_of_the_system(
    book: pathlib.Path, language: Language
) -> None:
    place = PLACES[language]

    wrong = process(book, "due", "--json", given="not this one at all\n", environment=place)
    _make_wait_long(book)
    waiting = process(book, "due", "--json", environment=place)
    missing = process(book.parent / "absent", "due", environment=place)

    assert "5" in told(wrong, language)
    assert told(waiting, language) != wrong.err.strip()
    assert "absent" in told(missing, language)


@pytest.mark.parametrize(
    "given", [b"", b"\n", b"\xff\xfe\xff\n", "汉字密码一二三四".encode("gbk") + b"\n", b"\0\0\0\n"]
)
def test_an_odd_passphrase_is_one_sentence(book: pathlib.Path, given: bytes) -> None:
    told(process(book, "due", given=given, environment=PLACES[Language.ENGLISH]), Language.ENGLISH)


def test_odd_bytes_on_the_command_line_are_no_bug(book: pathlib.Path) -> None:
    path = write_list(book.parent / "list.xlsx", *PEOPLE)
    odd = path.rename(path.with_name("list\udcff.xlsx"))

    report = process(book, "import", bytes(odd), "--json")
    found = process(book, "find", b"\xff\xe4\xba", "--json")

    assert (report.code, found.code) == (0, 0), report.err + found.err
    assert json.loads(report.out)["new"] == 3
    assert json.loads(found.out) == []


def test_without_keychain_and_screen_the_commands_work(book: pathlib.Path) -> None:
    path = write_list(book.parent / "list.xlsx", *PEOPLE)

    ended = process(book, "import", str(path), "--json", environment=NO_KEYCHAIN | NO_SCREEN)
    window = process(book, environment=NO_KEYCHAIN | NO_SCREEN)

    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)["new"] == 3
    assert window.code == 1
    assert window.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX")
def test_a_limit_on_files_is_told_and_nothing_is_half_done(book: pathlib.Path) -> None:
    import resource  # noqa: PLC0415 - there is none on Windows

    path = write_list(
        book.parent / "list.xlsx",
        ("姓名", "手机号", "备注"),
        *((f"云{n}", f"154{n:08}", f"{n}" * 2000) for n in range(200)),
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
    try:
        ended = process(book, "import", str(path), environment=PLACES[Language.ENGLISH])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    told(ended, Language.ENGLISH)
    assert process(book, "find", "云", "--json").out == "[]\n"
