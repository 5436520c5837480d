"""A command line over a book: commands in this process, or as a process of their own."""

import argparse
import contextlib
import dataclasses
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter

from crm_desktop.cli.arguments import parser
from crm_desktop.cli.run import COMMANDS, Command, run
from crm_desktop.cli.self_test import self_test
from crm_desktop.cli.session import Session
from crm_desktop.cli.terminal import Terminal
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.ui.i18n import Language
from tests.fakes import FixedClock
from tests.vaults import CHEAP, PASSPHRASE, MemoryKeychain

ROOT: Final = pathlib.Path(__file__).resolve().parents[1]
CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
LOOSE: Final = {"tries.json", "book.lock"}
"""Files that may change while nothing of the book does; logs are left out as well."""

Row = Sequence[str | int | float | None]


@dataclasses.dataclass
class Shell:
    """A folder with a book in `book/`, and a way to run commands on it in this process."""

    folder: pathlib.Path
    clock: FixedClock = dataclasses.field(default_factory=FixedClock)
    language: Language = Language.ENGLISH
    book_name: str = "book"
    out: str = ""
    err: str = ""

    @property
    def book(self) -> BookFolder:
        return BookFolder(path=self.folder / self.book_name)

    def run(self, *arguments: str, lines: Sequence[str] = (PASSPHRASE,)) -> int:
        """Run one command with lines of input; what it printed is in `out` and `err`."""
        options = parser().parse_args(["--passphrase-stdin", *arguments])
        command = self_test if options.self_test else COMMANDS[options.command]
        return self._run(command, options, lines)

    def done(self, *arguments: str, lines: Sequence[str] = (PASSPHRASE,)) -> str:
        """Run a command that is to succeed and return what it printed."""
        code = self.run(*arguments, lines=lines)
        assert code == 0, self.err
        return self.out

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever the document is
        """Run a command with `--json` and return the one document it printed."""
        return json.loads(self.done(*arguments, "--json"))

    def told(self, *arguments: str, lines: Sequence[str] = (PASSPHRASE,)) -> str:
        """Run a command that is to fail and return its one sentence."""
        code = self.run(*arguments, lines=lines)
        assert (code, self.out) == (1, ""), self.out + self.err
        return one_sentence(self.err, self.language)

    def everything(self) -> dict[str, Any]:
        """Return the owner's document, which says all the book knows."""
        path = self.folder / "everything.json"
        self.done("export", str(path))
        document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
        return document

    def files(self) -> dict[str, str]:
        """Return a hash of each file of the book, and the names of those made beside it."""
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name not in LOOSE and path.parent.name != "logs"
        }

    def _run(self, command: Command, options: argparse.Namespace, lines: Sequence[str]) -> int:
        out, err = io.StringIO(), io.StringIO()
        given = io.StringIO("".join(f"{line}\n" for line in lines))
        session = Session(
            folder=self.book,
            resources=resources_folder(),
            clock=self.clock,
            keychain=MemoryKeychain(),
            terminal=Terminal(input=given, output=out, errors=err, secrets_by_line=True),
            cost=CHEAP,
        )
        code = run(command, session, options)
        self.out, self.err = out.getvalue(), err.getvalue()
        return code


@dataclasses.dataclass(frozen=True)
class Ended:
    """How a process ended, and what it printed."""

    code: int
    out: str
    err: str


def process(
    book: pathlib.Path,
    *arguments: str | bytes,
    given: str | bytes = f"{PASSPHRASE}\n",
    environment: Mapping[str, str] | None = None,
    user: int | None = None,
) -> Ended:
    """Run `python -m crm_desktop --book ... --passphrase-stdin` as she would."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "crm_desktop", "--book", book, "--passphrase-stdin", *arguments],
        input=given if isinstance(given, bytes) else given.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        user=user,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    return Ended(
        code=done.returncode,
        out=done.stdout.decode("utf-8"),
        err=done.stderr.decode("utf-8", errors="replace"),
    )


def one_sentence(told: str, language: Language = Language.ENGLISH) -> str:
    """Return what was told on stderr, sure that it is one clear line in `language`."""
    assert told.count("\n") == 1, told
    line = told.removesuffix("\n")
    assert 8 < len(line) < 450, line
    # The name of her sheet stays as it is in every language.
    is_chinese = CHINESE.search(line.replace("客户", "")) is not None
    assert is_chinese is (language is Language.CHINESE), line
    assert line.endswith("。" if language is Language.CHINESE else "."), line
    for sign in ("Traceback", "Internal error", "内部错误", "Error:", "{", "None", "Errno"):
        assert sign not in line, line
    return line


def write_list(path: pathlib.Path, *rows: Row, sheet: str = "客户") -> pathlib.Path:
    """Write a workbook of one sheet."""
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
        page = workbook.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    page.write_string(number, column, value)
                elif value is not None:
                    page.write_number(number, column, value)
    return path


@contextlib.contextmanager
def small_disk(folder: pathlib.Path, size: str) -> Any:  # noqa: ANN401 - a generator for the fixture
    """Mount a file system of `size` on `folder` while the block runs; yield whether it could be."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield False
        return
    folder.mkdir(exist_ok=True)
    if not mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)):
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)  # noqa: S603, S607 - a path of pytest's own


def mounted(*arguments: str) -> bool:
    """Call `mount` and say whether it did as asked."""
    done = subprocess.run(["mount", *arguments], check=False, capture_output=True)  # noqa: S603, S607 - arguments of our own
    return done.returncode == 0
