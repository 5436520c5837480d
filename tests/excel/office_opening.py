"""Let a LibreOffice that listens open a protected workbook and save it without its password.

Run by the Python that knows LibreOffice: PIPE SOURCE PASSWORD TARGET. Exits 1 where the password
does not open it.
"""

import sys
import threading
from typing import Any

_TRIES = 200
_BETWEEN = 0.2


def _property(uno: Any, name: str, value: object) -> Any:  # noqa: ANN401 - LibreOffice is untyped
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _desktop(uno: Any, pipe: str) -> Any:  # noqa: ANN401 - LibreOffice is untyped
    """Return the desktop of the office behind a pipe, once it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(_TRIES):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - an exception type that LibreOffice makes up at run time
            threading.Event().wait(_BETWEEN)
        else:
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )
    raise TimeoutError(pipe)


def main(pipe: str, source: str, password: str, target: str) -> int:
    """Open, save, end the office; return 0, or 1 where it did not open."""
    import uno  # type: ignore[import-not-found] # noqa: PLC0415 - of LibreOffice's Python alone

    desktop = _desktop(uno, pipe)
    try:
        given = (_property(uno, "Hidden", value=True), _property(uno, "Password", password))
        document = desktop.loadComponentFromURL(source, "_blank", 0, given)
        if document is None:
            return 1
        kind = _property(uno, "FilterName", "Calc MS Excel 2007 XML")
        document.storeToURL(target, (kind,))
        document.close(True)
    except Exception:  # noqa: BLE001 - an exception type that LibreOffice makes up at run time
        return 1
    finally:
        desktop.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
