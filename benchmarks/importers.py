"""A list of 10,000 clients from the file to the committed book, against django-import-export.

The same workbook, 10,000 rows of 30 columns, looked at first (ours as a plan, theirs as the
dry run its own admin begins with) and then taken into a file of SQLite. Ours makes 15 records
of a row, encrypted, matched, journalled, searchable and backed up. The peer is measured

- keeping the same records: what hangs on a client made row by row in `after_save_instance`,
  the hook it has for that, one `bulk_create` a row and table, as texts, nothing parsed;
- keeping each row as 30 texts in one table, as it comes, and with all it offers to hurry.

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
SPREAD: Final = {
    "Phone": (4,),
    "Person": (11, 12),
    "Day": (3, 11, 13, 16),
    "Card": (29,),
    "Preference": (18, 18, 19),
    "Tag": (28,),
    "Done": (21,),
    "Wish": (20,),
    "Gift": (22,),
}
"""The tables ours spreads a row over, and from which columns: as many records of each."""

_PASSPHRASE: Final = "huhu-tiger-lamp-47-river"  # noqa: S105 - of a book that is thrown away


class NoKeychain:
    """A keychain that keeps nothing."""

    def get(self, book: str) -> bytes | None:
        """Return nothing."""
        del book
        return None

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
        peer = Peer(folder / "peer.db")
        spread = peer.seconds(path, is_spread=True)
        plain = peer.seconds(path)
        hurried = peer.seconds(path, is_hurried=True)
    return [
        (
            f"{what}, the same records made",
            f">= {ASKED:.0f} x",
            f"{spread / ours:.1f} x ({spread:.1f} s / {ours:.1f} s)",
            spread / ours >= ASKED,
        ),
        ("the same, theirs one table of texts", "told beside it", f"{plain / ours:.1f} x", True),
        ("the same, in bulk, comparing nothing", "told beside it", f"{hurried / ours:.1f} x", True),
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


class Peer:
    """django-import-export over a file of SQLite: a table of clients, one of what hangs on them."""

    def __init__(self, path: pathlib.Path) -> None:
        import django  # noqa: PLC0415 - the peer, where it is installed
        from django.conf import settings  # noqa: PLC0415 - the same
        from django.db import connection, models  # noqa: PLC0415 - the same

        settings.configure(
            DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}},
            INSTALLED_APPS=["import_export"],
            USE_TZ=False,
        )
        django.setup()
        texts: dict[str, Any] = {
            f"f{place}": models.TextField(blank=True, default="") for place in range(len(HEADINGS))
        }
        self._table = _model("Client", {**texts, "f4": models.TextField(unique=True)})
        owner = models.ForeignKey(self._table, on_delete=models.CASCADE)
        self._facts = [
            _model(kind, {"client": owner.clone(), "text": models.TextField()}) for kind in SPREAD
        ]
        with connection.schema_editor() as editor:
            for table in (self._table, *self._facts):
                editor.create_model(table)

    def seconds(
        self, path: pathlib.Path, *, is_spread: bool = False, is_hurried: bool = False
    ) -> float:
        """Return the seconds it takes; a phone tells one client from another, as with us."""
        import tablib  # noqa: PLC0415 - the peer, where it is installed

        self._table.objects.all().delete()
        resource = self._resource(is_spread=is_spread, is_hurried=is_hurried)
        begun = time.perf_counter()
        dataset = tablib.Dataset().load(io.BytesIO(path.read_bytes()), format="xlsx")
        resource.import_data(dataset, dry_run=True, raise_errors=True)
        resource.import_data(dataset, raise_errors=True)
        spent = time.perf_counter() - begun
        kept = [table.objects.count() for table in (self._table, *self._facts)]
        expected = [CLIENTS, *(CLIENTS * len(SPREAD[kind]) * is_spread for kind in SPREAD)]
        assert kept == expected  # noqa: S101 - a figure of something else would be none
        return spent

    def _resource(self, *, is_spread: bool, is_hurried: bool) -> Any:  # noqa: ANN401 - untyped peer
        from import_export import fields, resources  # noqa: PLC0415 - where it is installed

        columns: dict[str, Any] = {
            f"f{place}": fields.Field(attribute=f"f{place}", column_name=heading)
            for place, heading in enumerate(HEADINGS)
        }
        hurry = {"use_bulk": True, "skip_diff": True, "force_init_instance": True}
        options = {
            "model": self._table,
            "import_id_fields": ["f4"],
            "fields": list(columns),
            "use_transactions": True,
            **(hurry if is_hurried else {}),
        }
        hooks = {"after_save_instance": self._spread} if is_spread else {}
        body = {**columns, **hooks, "Meta": type("Meta", (), options)}
        return type("Clients", (resources.ModelResource,), body)()

    def _spread(self, client: Any, _row: object, **_options: object) -> None:  # noqa: ANN401 - see above
        """Make what hangs on a client anew, as a list that says it again would have it."""
        for table, places in zip(self._facts, SPREAD.values(), strict=True):
            table.objects.filter(client=client).delete()
            found = [table(client=client, text=getattr(client, f"f{at}")) for at in places]
            table.objects.bulk_create(found)


def _model(name: str, fields: dict[str, Any]) -> Any:  # noqa: ANN401 - a model of Django, made at run time
    from django.db import models  # noqa: PLC0415 - the peer, where it is installed

    meta = type("Meta", (), {"app_label": "import_export"})
    return type(name, (models.Model,), {**fields, "__module__": __name__, "Meta": meta})


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
