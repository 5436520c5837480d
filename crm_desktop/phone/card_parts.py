"""The parts of one value: escapes undone, components apart, an address in one line."""

import re
from typing import Final

_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_COMPONENT: Final = re.compile(r"((?:\\.|[^;\\])*)(;|\\?$)", re.DOTALL)
_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_LONGEST: Final = 20_000


def text_of(value: str) -> str:
    r"""Return a value without its escapes: `\n` is a new line, `\,` a comma."""
    return _ESCAPE.sub(_unescaped, value[:_LONGEST]).strip()


def component_list(value: str) -> list[str]:
    """Return the components between semicolons, at least one."""
    parts = [text_of(found[1]) for found in _COMPONENT.finditer(value[:_LONGEST])]
    return parts[:-1] if len(parts) > 1 and value[-1:] != ";" and not parts[-1] else parts


def is_chinese(text: str) -> bool:
    """Return whether a Chinese character stands in it."""
    return _CHINESE.search(text) is not None


def joined_address(value: str) -> str:
    """Return an address in one line, from the large to the small where it is Chinese."""
    box, more, street, town, region, code, country = (*component_list(value), *[""] * 7)[:7]
    if is_chinese(value):
        return "".join(filter(None, (country, region, town, street, more, box)))
    return ", ".join(filter(None, (box, more, street, town, region, code, country)))


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
