"""A list of 10,000 clients from the file to the committed book, against django-import-export.

The same workbook, 10,000 rows of 30 columns, into a file of SQLite: ours encrypted, matched,
spread over a dozen tables, journalled, searchable and backed up; theirs as 30 texts in one
plain table. The peer runs as it comes, and once more with all it offers to be faster.

Run: python -m benchmarks.importers
"""

import importlib.util
import io
import pathlib
import sys
import tempfile
import time
from typing import Any, Final

from benchmarks.lists import HEADINGS, workbook
from crm_desktop.clock import SystemClock
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.services.book import new_book
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

CLIENTS: Final = 10_000
ASKED: Final = 10.0
_PASSPHRASE: Final = "huhu-tiger-lamp-47-river"  # noqa: S105 - of a book that is thrown away


class NoKeychain:
    """A keychain that keeps nothing."""

    def get(self, book: str) -> bytes | None:
        """Return nothing."""
        del book

    def set(self, book: str, secret: bytes) -> bool:
        """Say that nothing was kept."""
        del book, secret
        return False

    def forget(self, book: str) -> None:
        """Do nothing."""


def figures() -> list[Figure]:
    """Return how much longer the peer takes, by the time on the clock."""
    what = "list of 10k x 30, file to committed: django-import-export / ours"
    if importlib.util.find_spec("import_export") is None:
        return [(what, f">= {ASKED:.0f} x", "the peer is not installed: extra bench", False)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = folder / "list.xlsx"
        path.write_bytes(workbook(CLIENTS))
        ours = _ours(path, folder / "book")
        table = _table(folder / "peer.db")
        plain = _theirs(path, table, is_hurried=False)
        hurried = _theirs(path, table, is_hurried=True)
    return [
        (
            what,
            f">= {ASKED:.0f} x",
            f"{plain / ours:.1f} x ({plain:.1f} s / {ours:.1f} s)",
            plain / ours >= ASKED,
        ),
        (
            "the same, the peer in bulk without comparing",
            "told beside it",
            f"{hurried / ours:.1f} x ({hurried:.1f} s)",
            True,
        ),
    ]


def _ours(path: pathlib.Path, folder: pathlib.Path) -> float:
    """Return the seconds from the file to the committed book, reading and backup included."""
    vault = Vault(BookFolder(path=folder), SystemClock(), NoKeychain())
    book, _ = new_book(vault, _PASSPHRASE, SystemClock(), resources_folder())
    imports = book.imports
    begun = time.perf_counter()
    report, _ = imports.apply(imports.plan(imports.read(path)))
    spent = time.perf_counter() - begun
    assert report.rows == CLIENTS  # noqa: S101 - a figure of something else would be none
    assert not report.problems  # noqa: S101 - the same
    book.opened.database.close()
    return spent


def _table(path: pathlib.Path) -> Any:  # noqa: ANN401 - a model of Django, made at run time
    """Return a model with one text a column, its table made in a new file of SQLite."""
    import django  # noqa: PLC0415 - the peer, where it is installed
    from django.conf import settings  # noqa: PLC0415 - the same
    from django.db import connection, models  # noqa: PLC0415 - the same

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}},
        INSTALLED_APPS=["import_export"],
        USE_TZ=False,
    )
    django.setup()
    fields: dict[str, Any] = {
        f"f{place}": models.TextField(blank=True, default="") for place in range(len(HEADINGS))
    }
    fields["f4"] = models.TextField(unique=True)
    fields |= {"__module__": __name__, "Meta": type("Meta", (), {"app_label": "import_export"})}
    table = type("Client", (models.Model,), fields)
    with connection.schema_editor() as editor:
        editor.create_model(table)
    return table


def _theirs(path: pathlib.Path, table: Any, *, is_hurried: bool) -> float:  # noqa: ANN401 - see above
    """Return the seconds the peer takes; a phone tells one client from another, as with us."""
    import tablib  # noqa: PLC0415 - the peer, where it is installed
    from import_export import fields, resources  # noqa: PLC0415 - the same

    table.objects.all().delete()
    columns: dict[str, Any] = {
        f"f{place}": fields.Field(attribute=f"f{place}", column_name=heading)
        for place, heading in enumerate(HEADINGS)
    }
    hurry = {"use_bulk": True, "skip_diff": True, "force_init_instance": True}
    options = {
        "model": table,
        "import_id_fields": ["f4"],
        "fields": list(columns),
        "use_transactions": True,
        **(hurry if is_hurried else {}),
    }
    kind = type("Clients", (resources.ModelResource,), {**columns, "Meta": type("M", (), options)})
    begun = time.perf_counter()
    dataset = tablib.Dataset().load(io.BytesIO(path.read_bytes()), format="xlsx")
    result = kind().import_data(dataset, raise_errors=True)
    spent = time.perf_counter() - begun
    assert table.objects.count() == CLIENTS  # noqa: S101 - a figure of something else would be none
    assert not result.has_errors()  # noqa: S101 - the same
    return spent


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
