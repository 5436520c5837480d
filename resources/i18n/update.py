# ruff: noqa: INP001 - a script beside the catalogues, not a package

"""Bring the texts up to date: collect, fill, compile.

    python resources/i18n/update.py                  collect every text and compile
    python resources/i18n/update.py words.json       the same, then fill in what is unfinished
                                                     from {"English": "中文"} and compile

A key of the words may also read "Context|English" where one English text has two meanings.
Run from anywhere; the tools are those of PySide6. Several people may run it at once.
"""

import contextlib
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "crm_desktop"
CHINESE = HERE / "crm_zh_CN.ts"
ENGLISH = HERE / "crm_en.ts"


def tool(name: str) -> str:
    """Return the address of one of PySide6's tools, beside the Python that runs this."""
    return str(pathlib.Path(sys.executable).parent / f"pyside6-{name}")


def collect(folder: pathlib.Path) -> None:
    """Write every text of the sources into the two catalogues in `folder`."""
    files = sorted(str(file) for file in SOURCES.rglob("*.py"))
    options = ("-locations", "none", "-no-obsolete", "-silent")
    for name, language, more in (
        (CHINESE.name, "zh_CN", ()),
        (ENGLISH.name, "en", ("-pluralonly",)),
    ):
        catalogue = str(folder / name)
        order = [tool("lupdate"), *files, *options, *more]
        order += ["-source-language", "en", "-target-language", language, "-ts", catalogue]
        subprocess.run(order, check=True, capture_output=True)  # noqa: S603 - our own tools


def compile_all(folder: pathlib.Path, into: pathlib.Path) -> None:
    """Compile the catalogues in `folder` to `.qm` files in `into`.

    Each is put in place whole: an app that runs has the older one mapped into its memory.
    """
    for catalogue in (folder / CHINESE.name, folder / ENGLISH.name):
        fresh = into / f".{catalogue.stem}.qm"
        order = [tool("lrelease"), "-silent", str(catalogue), "-qm", str(fresh)]
        subprocess.run(order, check=True, capture_output=True)  # noqa: S603 - our own tools
        fresh.replace(into / f"{catalogue.stem}.qm")


def fill(catalogue: pathlib.Path, words: dict[str, str]) -> list[str]:
    """Fill in unfinished texts; return those that are still unfinished."""
    tree = ET.parse(catalogue)  # noqa: S314 - our own file
    left = []
    for context, message in messages(tree.getroot()):
        translation = message.find("translation")
        source = message.findtext("source", "")
        if translation is None or translation.get("type") != "unfinished":
            continue
        found = words.get(f"{context}|{source}", words.get(source, ""))
        if not found:
            left.append(f"{context}|{source}")
            continue
        del translation.attrib["type"]
        _put(translation, found)
    ET.indent(tree, "    ")
    text = ET.tostring(tree.getroot(), encoding="unicode")
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    catalogue.write_text(f"{header}{text}\n", encoding="utf-8")
    return left


def messages(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Yield the context and the message of every text in a catalogue."""
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message


def _put(translation: ET.Element, words: str) -> None:
    """Write `words`; a plural has one form in Chinese."""
    form = translation.find("numerusform")
    (translation if form is None else form).text = words


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one run at a time change the catalogues."""
    lock = HERE / ".lock"
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(arguments: list[str]) -> int:
    """Collect, fill and compile; return 1 while texts are unfinished."""
    words: dict[str, str] = {}
    for name in arguments:
        words |= json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
    with alone():
        collect(HERE)
        left = fill(CHINESE, words)
        compile_all(HERE, HERE)
    sys.stdout.write("".join(f"unfinished: {text}\n" for text in left))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
