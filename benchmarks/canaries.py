"""Planted words, and the search for them in every file a whole session of commands leaves.

Run: python -m benchmarks.canaries

The session runs in processes of its own, whose home, temporary folder and book lie in one
folder; a watcher links every file that comes up there to a second name, so that what is
deleted meanwhile is searched as well.
"""

import base64
import contextlib
import gzip
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

import xlsxwriter

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

CLIENTS: Final = 1_000

PASSPHRASE: Final = "canary lantern over the quiet weir 61"  # noqa: S105 - planted
PASSWORD: Final = "canary-sheet-password-8264"  # noqa: S105 - planted
CANARIES: Final = {
    "name": "金丝雀鸣谷",
    "phone": "15470707",
    "wechat": "canary_wx_7719",
    "address": "金丝雀巷深处",
    "note": "绝密金丝雀手记",
    "gift": "金丝雀香薰礼盒",
    "passphrase": PASSPHRASE,
    "password": PASSWORD,
}
"""What every planted value begins with; one hit in any coding is one too many."""

_HEADINGS: Final = ("姓名", "手机号", "微信", "地址", "备注", "送过的礼物", "生日")
_WRITING: Final = {"init", "import", "export", "backup", "undo", "restore"}
_ARCHIVES: Final = 3
"""How deep archives within archives are opened."""


def figures() -> list[Figure]:
    """Return the hits over all files of a session, and over the two plain files as a control."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        files = session(root, CLIENTS)
        found = hits(root / "inside")
        control = hits(root / "outside")
    kinds = {canary for _, canary in control}
    told = set(CANARIES) - {"passphrase", "password"}
    return [
        (
            f"planted words in {files:,} files of a session with {CLIENTS:,} clients",
            "0 hits",
            f"{len(found)} hits",
            not found,
        ),
        (
            "positive control: her own list and the plain document",
            f"all {len(told)} sorts found",
            f"{len(kinds)} found",
            kinds == told,
        ),
    ]


def session(root: pathlib.Path, clients: int, *, whole: bool = True) -> int:
    """Run a session of commands in `root`, or its writing half; return the files seen inside.

    `inside` holds everything the commands write by themselves, kept copies of deleted files
    among it; `outside` what is plain because she wants it so: her list and her document.
    """
    inside, outside = root / "inside", root / "outside"
    for folder in ("home", "temporary", "out", "kept"):
        (inside / folder).mkdir(parents=True)
    outside.mkdir()
    source = outside / "list.xlsx"
    source.write_bytes(_her_list(clients))
    with _watching(inside):
        for arguments, lines in _commands(inside, source, outside):
            if whole or arguments[0] in _WRITING:
                _run(inside, arguments, lines)
    return sum(1 for path in inside.rglob("*") if path.is_file())


def hits(root: pathlib.Path) -> list[tuple[str, str]]:
    """Return every (file, canary) where a planted word stands in any coding, archives opened."""
    needles = {name: codings(word) for name, word in CANARIES.items()}
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file():
            told = str(path.relative_to(root))
            for data in (path.name.encode(), *_layers(path.read_bytes())):
                found += [(told, name) for name in _in(data, needles)]
    return sorted(set(found))


def codings(word: str) -> tuple[bytes, ...]:
    """Return the byte strings under which `word` may lie in a file."""
    plain = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    escaped = "".join(letter if letter.isascii() else f"\\u{ord(letter):04x}" for letter in word)
    seen = {*plain, escaped.encode()}
    for data in plain:
        seen |= {data.hex().encode(), data.hex().upper().encode()}
        seen |= {_base64_inside(data, shift) for shift in range(3)}
    return tuple(sorted(seen))


def _base64_inside(data: bytes, shift: int) -> bytes:
    """Return the part of the Base64 of anything around `data` that `data` alone decides."""
    whole = base64.b64encode(bytes(shift) + data).rstrip(b"=")
    decided = (shift + len(data)) * 8 // 6
    return whole[-(-shift * 8 // 6) : decided]


def _in(data: bytes, needles: Mapping[str, tuple[bytes, ...]]) -> Iterator[str]:
    for name, forms in needles.items():
        if any(form in data for form in forms):
            yield name


def _layers(data: bytes, depth: int = _ARCHIVES) -> Iterator[bytes]:
    """Yield the bytes of a file and of everything packed into it."""
    yield data
    if depth and data[:2] == b"PK":
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from _layers(archive.read(name), depth - 1)
    if depth and data[:2] == b"\x1f\x8b":
        with contextlib.suppress(OSError, EOFError):
            yield from _layers(gzip.decompress(data), depth - 1)


def _commands(
    inside: pathlib.Path, source: pathlib.Path, outside: pathlib.Path
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the commands of the session, each with its lines of input."""
    out = inside / "out"
    yield ["init"], []
    yield ["import", str(source)], []
    yield ["verify"], []
    yield ["find", CANARIES["name"]], []
    yield ["due", "--ahead", "60", "--json"], []
    for recipient in ("manager", "me"):
        sheet = str(out / f"{recipient}.xlsx")
        yield ["export", sheet, "--for", recipient, "--password-stdin"], [PASSWORD]
    yield ["export", str(outside / "all.json")], []
    yield ["backup", str(out)], []
    yield ["undo"], []
    yield ["redo"], []
    yield ["restore", str(next(out.glob("*.ckbackup")))], []


def _run(inside: pathlib.Path, arguments: list[str], lines: list[str]) -> None:
    temporary = str(inside / "temporary")
    environment = os.environ | {
        "HOME": str(inside / "home"),
        "TMPDIR": temporary,
        "TEMP": temporary,
        "TMP": temporary,
        "XDG_RUNTIME_DIR": temporary,
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "crm_desktop", "--passphrase-stdin", *arguments]
    text = "\n".join((PASSPHRASE, *lines, ""))
    done = subprocess.run(
        command, input=text, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {done.stderr}")


@contextlib.contextmanager
def _watching(root: pathlib.Path) -> Iterator[None]:
    """Give every file that comes up below `root` a second name in `kept`, as long as it runs."""
    over = threading.Event()
    thread = threading.Thread(target=_keep, args=(root, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _keep(root: pathlib.Path, over: threading.Event) -> None:
    kept, seen = root / "kept", set[int]()
    while not over.wait(0.002):
        for folder, names, files in os.walk(root):
            if pathlib.Path(folder) == root:
                names.remove("kept")
            for name in files:
                # A file may be gone again before it is linked.
                with contextlib.suppress(OSError):
                    path = pathlib.Path(folder, name)
                    inode = path.stat().st_ino
                    if inode not in seen:
                        (kept / f"{len(seen)}-{name}").hardlink_to(path)
                        seen.add(inode)


def _her_list(clients: int) -> bytes:
    """Return a workbook with planted words in every column."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, _HEADINGS)
        for row in range(clients):
            number = f"{row:03d}"[-3:]
            cells = (
                f"{CANARIES['name']}{row}",
                f"{CANARIES['phone']}{number}",
                f"{CANARIES['wechat']}_{row}",
                f"{CANARIES['address']}{row}号",
                f"{CANARIES['note']}{row}",
                f"2025.3 {CANARIES['gift']} 168元",
                f"1985-{row % 12 + 1:02d}-{row % 28 + 1:02d}",
            )
            for column, cell in enumerate(cells):
                sheet.write_string(row + 1, column, cell)
    return data.getvalue()


if __name__ == "__main__":
    for figure in figures():
        print(figure)
