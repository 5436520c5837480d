"""What may stand on the command line."""

import argparse
import datetime as dt
import pathlib
from typing import Final, TypeAlias

from typing_extensions import override

from crm_desktop import __version__

_FILES: Final = {".xlsx", ".csv", ".json", ".ics", ".vcf"}
PHONE_NAMES: Final = ("initials", "display", "full")
PHONE_YEARS: Final = 5
"""As `domain.phone_days` has them, which is not loaded before the window stands."""

_DEMO_CLIENTS: Final = 60
_MOST_CLIENTS: Final = 100_000
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200
_MOST_DAYS: Final = 36_525


def parser() -> argparse.ArgumentParser:
    """Return the parser; `command` is None for the window, and usage errors end with 2."""
    top = argparse.ArgumentParser(
        prog="crm-desktop",
        description="Client Keeper (贵客簿): a private, encrypted, offline client book.",
        epilog="Without a command the window opens. Exit codes: 0 done, 1 a problem told in one "
        "line, 2 usage.",
    )
    top.add_argument("--version", action="version", version=f"crm-desktop {__version__}")
    top.add_argument(
        "--self-test", action="store_true", help="try everything out in a temporary folder"
    )
    top.add_argument(
        "--tray", action="store_true", help="start without a window, as at login: remind only"
    )
    top.add_argument("--book", type=pathlib.Path, metavar="FOLDER", help="the folder of the book")
    top.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase as one line of input"
    )
    top.add_argument("--debug", action="store_true", help="show the traceback of an internal error")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _demo(commands)
    _book(commands)
    _lists(commands)
    _consolidation(commands)
    _days(commands)
    return top


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the only name typeshed has for it


def _demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="a throw-away book of plainly fictional clients")
    demo.add_argument("--clients", type=_clients, default=_DEMO_CLIENTS, metavar="N")
    demo.add_argument("--on", type=_day, metavar="DATE", help="the day it is opened at")
    demo.add_argument("--lang", choices=("zh_CN", "en"))
    demo.add_argument(
        "--pictures", type=pathlib.Path, metavar="DIR", help="write every page as PNG and end"
    )


def _book(commands: Commands) -> None:
    commands.add_parser("init", help="make a new book; prints the recovery code once")
    undo = commands.add_parser("undo", help="take the latest change back")
    undo.add_argument("--list", action="store_true", help="show what can be undone or redone")
    undo.add_argument(
        "--import",
        dest="run",
        type=_count,
        metavar="N",
        help="take back the import of that number (see imports), whatever was done since",
    )
    commands.add_parser("redo", help="do again what was undone last")
    backup = commands.add_parser("backup", help="write an encrypted backup")
    backup.add_argument("folder", type=pathlib.Path, metavar="DIR")
    restore = commands.add_parser("restore", help="put a backup in the place of the book")
    restore.add_argument("file", type=pathlib.Path, metavar="FILE")
    commands.add_parser("verify", help="check every page of the book and its newest backup")
    commands.add_parser("passphrase", help="change the passphrase: the old one, then the new one")
    commands.add_parser("lock-check", help="say whether a window or command has the book open")


def _lists(commands: Commands) -> None:
    bring = commands.add_parser("import", help="bring a list in, or contacts (.vcf)")
    bring.add_argument("file", type=pathlib.Path, metavar="FILE")
    bring.add_argument("--as", dest="kind", choices=("own-list", "clinic", "roundtrip", "vcard"))
    bring.add_argument("--profile", default="", metavar="NAME", help="read it as this known list")
    bring.add_argument("--dry-run", action="store_true", help="say what would change")
    bring.add_argument(
        "--known-only", action="store_true", help="pass over who is not in the book yet"
    )
    bring.add_argument("--errors", type=pathlib.Path, metavar="OUT.xlsx", help="write the bad rows")
    bring.add_argument(
        "--accept", choices=("theirs", "mine"), default="mine", help="who is right in a conflict"
    )
    bring.add_argument("--password-stdin", action="store_true", help="the password of the file")
    bring.add_argument("--json", action="store_true", help="print one document")
    past = commands.add_parser("imports", help="the latest imports, and what stands of them")
    past.add_argument("--json", action="store_true", help="print one document")
    known = commands.add_parser("profiles", help="the lists that are known again at import")
    passed = known.add_mutually_exclusive_group()
    passed.add_argument("--export", nargs=2, metavar=("NAME", "FILE"), help="write one to pass on")
    passed.add_argument(
        "--import", dest="file", type=pathlib.Path, metavar="FILE", help="take one in"
    )
    passed.add_argument("--json", action="store_true", help="print one document")
    out = commands.add_parser("export", help="write a sheet, everything, or a file for the phone")
    out.add_argument("file", type=_file, metavar="OUT.xlsx|OUT.csv|OUT.json|OUT.ics|OUT.vcf")
    out.add_argument("--for", dest="recipient", choices=("me", "manager", "florist"), default="me")
    out.add_argument(
        "--password-stdin", action="store_true", help="protect the sheet by the next line of input"
    )
    sheet = out.add_argument_group("of a sheet (.xlsx, .csv)")
    sheet.add_argument("--to", default="", metavar="NAME", help="the person it goes to")
    sheet.add_argument("--purpose", default="", metavar="TEXT", help="what for; for the log")
    sheet.add_argument("--mask-phones", action="store_true", help="138****1234")
    sheet.add_argument(
        "--columns", type=_keys, metavar="KEY,...", help="these columns alone, as client.tier"
    )
    sheet.add_argument(
        "--changed", action="store_true", help="only who changed since this person's last sheet"
    )
    sheet.add_argument("--mine", action="store_true", help="only my clients, not colleagues'")
    phone = out.add_argument_group("for the phone (.ics, .vcf)")
    phone.add_argument("--all", action="store_true", help="all clients, not big ones alone")
    phone.add_argument(
        "--names", choices=PHONE_NAMES, help="initials (.ics), full (.vcf) unless said"
    )
    phone.add_argument(
        "--years", type=int, choices=range(1, PHONE_YEARS + 1), default=PHONE_YEARS, help="of .ics"
    )
    phone.add_argument("--prepare", action="store_true", help="entries of preparing in an .ics")


class _Sheets(argparse.Action):
    """OUT.xlsx and what goes in, or with --split before them the one file to take apart."""

    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        files = [pathlib.Path(str(value)) for value in values] if isinstance(values, list) else []
        if namespace.split is not None and len(files) != 1:
            parser.error("--split FOLDER takes one file, the consolidated one")
        if namespace.split is None and len(files) == 1:
            parser.error("give OUT.xlsx and at least one workbook, or --split FOLDER before them")
        if namespace.split is None and files[0].suffix.lower() != ".xlsx":
            parser.error(f"what is written is an .xlsx: {files[0]}")
        namespace.files = files


def _consolidation(commands: Commands) -> None:
    whole = commands.add_parser(
        "consolidate", help="make one workbook of several consultants', or give it back to them"
    )
    whole.add_argument("--split", type=pathlib.Path, metavar="FOLDER", help="one file for each")
    whole.add_argument(
        "--password-stdin", action="store_true", help="opens what is protected, protects the result"
    )
    whole.add_argument("--json", action="store_true", help="print one document")
    whole.add_argument("files", nargs="+", action=_Sheets, metavar="OUT.xlsx IN")


def _days(commands: Commands) -> None:
    due = commands.add_parser("due", help="what is to be seen on a day")
    due.add_argument("--on", type=_day, metavar="DATE")
    due.add_argument(
        "--ahead", type=_days_ahead, metavar="DAYS", help="every occasion of so many days"
    )
    due.add_argument("--json", action="store_true", help="print one document")
    check = commands.add_parser("check", help="what will remind, what did, and why not")
    check.add_argument(
        "text", type=_words, nargs="?", metavar="TEXT", help="of one client; else of the book"
    )
    check.add_argument("--json", action="store_true", help="print one document")
    find = commands.add_parser("find", help="search the clients")
    find.add_argument("text", type=_words, metavar="TEXT")
    find.add_argument("--limit", type=_count, default=20, metavar="N")
    find.add_argument("--json", action="store_true", help="print one document")


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a day like 2026-11-23: {text}") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"not between {_FIRST_YEAR} and {_LAST_YEAR}: {text}")
    return day


def _words(text: str) -> str:
    """Return text that can be searched for: bytes that are none become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"not a number from 0 up: {text}")
    return int(text)


def _days_ahead(text: str) -> int:
    count = _count(text)
    if count > _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"not up to {_MOST_DAYS}: {text}")
    return count


def _clients(text: str) -> int:
    count = _count(text)
    if not 1 <= count <= _MOST_CLIENTS:
        raise argparse.ArgumentTypeError(f"not between 1 and {_MOST_CLIENTS}: {text}")
    return count


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.split(",") if key.strip())


def _file(text: str) -> pathlib.Path:
    path = pathlib.Path(text)
    if path.suffix.lower() not in _FILES:
        raise argparse.ArgumentTypeError(
            f"this version writes .xlsx, .csv, .json, .ics, .vcf: {text}"
        )
    return path
