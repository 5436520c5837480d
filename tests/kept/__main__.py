"""Write the book of the newest schema; one that stands is never written over."""

import pathlib
import shutil
import tempfile

from crm_desktop.migrations import STEPS
from tests.kept.book import HERE, write

KEPT = ("slots.json", "vault-1.db")


def main() -> None:
    """Write the book beside the others."""
    target = HERE / f"schema-{len(STEPS)}"
    target.mkdir()
    with tempfile.TemporaryDirectory() as place:
        write(pathlib.Path(place))
        for name in KEPT:
            shutil.copy(pathlib.Path(place) / name, target)


if __name__ == "__main__":
    main()
