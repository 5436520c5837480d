"""A protected workbook opens in LibreOffice with its password, and with no other."""

import datetime as dt
import pathlib
import shutil
import subprocess

import pytest

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.returned import ReturnedBook
from crm_desktop.excel.protect import encrypted
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.returned import read_returned
from tests.excel import office_opening
from tests.excel.nasty import nasty_folders
from tests.excel.test_workbook_writer import made

PASSWORD = "花-quiet heron&<77>"
TODAY = dt.date(2026, 11, 22)
_OFFICE = shutil.which("soffice")
_KNOWS_OFFICE = ("/usr/bin/python3", "/usr/lib/libreoffice/program/python")
_SECONDS = 120


def python_of_office() -> str | None:
    """Return a Python that can speak with LibreOffice, None where there is none."""
    for path in _KNOWS_OFFICE:
        if _OFFICE is not None and pathlib.Path(path).exists():
            asked = subprocess.run([path, "-c", "import uno"], capture_output=True, check=False)  # noqa: S603 - one of the two above
            if asked.returncode == 0:
                return path
    return None


def opened(folder: pathlib.Path, data: bytes, password: str) -> bytes | None:
    """Return what LibreOffice saves of a protected workbook, None where it does not open it."""
    python = python_of_office()
    if python is None:
        pytest.skip("no LibreOffice, or no Python that speaks with it, on this machine")
    source, target, pipe = folder / "closed.xlsx", folder / "open.xlsx", folder.name
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    listen = f"--accept=pipe,name={pipe};urp;"
    command = [str(_OFFICE), f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    with subprocess.Popen([*command, listen], stdout=subprocess.DEVNULL) as office:  # noqa: S603 - a program that was looked for
        try:
            script = [python, office_opening.__file__, pipe, source.as_uri(), password]
            done = subprocess.run([*script, target.as_uri()], check=False, timeout=_SECONDS)  # noqa: S603 - our own script
            office.wait(_SECONDS)
        finally:
            office.terminate()
    return target.read_bytes() if done.returncode == 0 else None


def rows(data: bytes, password: str | None = None) -> ReturnedBook:
    return read_returned(read_workbook(data, "sheet.xlsx", password=password), today=TODAY)


def test_every_cell_is_there_after_libreoffice_opened_it_by_its_password(
    tmp_path: pathlib.Path,
) -> None:
    plain = made(Recipient.ME, tuple(nasty_folders(12)))
    saved = opened(tmp_path, encrypted(plain, PASSWORD), PASSWORD)

    assert saved is not None
    assert rows(saved).sheets == rows(plain).sheets
    assert all(row.is_untouched for sheet in rows(saved).sheets for row in sheet.rows)


def test_libreoffice_does_not_open_it_by_another_password(tmp_path: pathlib.Path) -> None:
    assert opened(tmp_path, encrypted(made(), PASSWORD), PASSWORD + "8") is None


def test_our_own_reading_opens_it_by_its_password() -> None:
    plain = made()

    assert rows(encrypted(plain, PASSWORD), PASSWORD).sheets == rows(plain).sheets
