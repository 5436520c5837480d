"""Python's collector of cycles, kept away from where nothing it looks for can be."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the collector from going through a hundred thousand records again, none in a cycle.

    It would take a third of the time, and hold up the screen at every full pass.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
