"""The log: ids, classes, codes and lines; what an error carries never reaches it."""

import logging
import logging.handlers
import pathlib
import traceback
from types import TracebackType

from typing_extensions import override

LOGGER = "crm_desktop"
_BYTES = 512_000
_KEPT = 3


class Discreet(logging.Formatter):
    """Writes errors as classes and places, as their texts may quote a client."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return where(ei[1]) if ei[1] is not None else ""

    @override
    def formatStack(self, stack_info: str) -> str:
        return ""


def where(error: BaseException) -> str:
    """Return the classes of `error` and its causes, each with the places it passed."""
    told: list[str] = []
    passed: set[int] = set()
    seen: BaseException | None = error
    # An error may be its own cause, which must not keep a crash from being told.
    while seen is not None and id(seen) not in passed:
        passed.add(id(seen))
        frames = traceback.extract_tb(seen.__traceback__)
        places = " < ".join(f"{pathlib.Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        told.append(f"{type(seen).__module__}.{type(seen).__qualname__} at {places or '?'}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " from ".join(told)


def start_log(folder: pathlib.Path) -> logging.Handler:
    """Write the app's log into `folder`, at most four files of half a megabyte."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "client-keeper.log",
        maxBytes=_BYTES,
        backupCount=_KEPT,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(Discreet())
    logger = logging.getLogger(LOGGER)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    return handler
