"""How many there are of something, and sentences one after another."""

from typing import Final

from PySide6.QtCore import QCoreApplication

_ONE: Final = 1


def counted(count: int, one: str, many: str, **words: str) -> str:
    """Return `1 new client` or `1,204 new clients`; `words` fill what else the patterns name."""
    pattern = one if count == _ONE else many
    return pattern.format(count=f"{count:,}", **words)


def sentences(*told: str) -> str:
    """Return sentences in one line; after a Chinese full stop there is no blank."""
    pattern = QCoreApplication.translate("Counts", "{first} {second}", "two sentences in a line")
    line = ""
    for each in filter(None, told):
        line = pattern.format(first=line, second=each) if line else each
    return line
