"""The slot file: the vault key wrapped once for each way to open the book.

Canonical JSON with two seals. `sum` shows damage before anything is asked; `mac`, keyed
by the vault key, shows after opening that somebody else changed the file.
"""

import hashlib
import hmac
import json
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from crm_desktop.domain.errors import SlotsDamaged, SlotsTampered, SlotsTooNew
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.security.passphrase import CEILING, FLOOR, KdfCost

VERSION = 1
SALT_BYTES = 16
BOOK_BYTES = 16
WRAPPED_BYTES = 12 + 32 + 16
LARGEST_FILE = 16_384

_PARTS = 8


class SlotKind(StrEnum):
    """The ways to open a book."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind, not a secret
    CODE = "code"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One wrapping of the vault key; `cost` belongs to a passphrase only."""

    kind: SlotKind
    salt: bytes
    wrapped: bytes
    cost: KdfCost | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFile:
    """What the file says.

    Attributes:
        book: the random name of the book, the same for its whole life.
        revision: grows with each writing; the database remembers the highest it has seen.
        generation: which `vault-<generation>.db` is in use.
        salt: the salt in the header of that database, kept for its repair.
        mac: the seal as read, empty in a file not yet written.
    """

    book: bytes
    revision: int
    generation: int
    salt: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def slot(self, kind: SlotKind) -> Slot | None:
        """Return the slot of `kind` if there is one."""
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def with_slot(self, new: Slot) -> "SlotFile":
        """Return the file with `new` in the place of the slot of its kind."""
        return replace(self.without(new.kind), slots=(*self.without(new.kind).slots, new))

    def without(self, kind: SlotKind) -> "SlotFile":
        """Return the file without the slot of `kind`."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind is not kind))


def encode(file: SlotFile, keys: Keys) -> bytes:
    """Return the bytes of `file`, sealed."""
    body = _body(file)
    body["mac"] = _mac(body, keys).hex()
    body["sum"] = _sum(body)
    return _canonical(body)


def decode(data: bytes, path: pathlib.Path) -> SlotFile:
    """Return what the bytes read from `path` say.

    Raises:
        SlotsDamaged: the sum is wrong, or a value is not one this app writes.
        SlotsTooNew: a newer app wrote it.
    """
    try:
        return _read(data, path)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SlotsDamaged(path) from None


def check_seal(file: SlotFile, keys: Keys, path: pathlib.Path) -> None:
    """Refuse a file that this app, holding the vault key, did not write."""
    if not hmac.compare_digest(file.mac, _mac(_body(file), keys)):
        raise SlotsTampered(path)


def bound(book: bytes, slot: Slot) -> bytes:
    """Return what a wrapping is bound to: the book and every parameter of the slot."""
    return _canonical({"book": book.hex(), **_slot_body(replace(slot, wrapped=b""))})


def _read(data: bytes, path: pathlib.Path) -> SlotFile:
    if len(data) > LARGEST_FILE:
        raise ValueError("too long")
    body = json.loads(data.decode("ascii"))
    if not isinstance(body, dict) or _canonical(body) != data:
        raise ValueError("not canonical")
    if body["sum"] != _sum(body):
        raise ValueError("wrong sum")
    version = _whole(body["version"])
    if version > VERSION:
        raise SlotsTooNew(path, version)
    file = SlotFile(
        book=_bytes(body["book"], BOOK_BYTES),
        revision=_whole(body["revision"]),
        generation=_whole(body["generation"]),
        salt=_bytes(body["salt"], SALT_BYTES),
        slots=tuple(_read_slot(slot) for slot in body["slots"]),
        mac=_bytes(body["mac"], 32),
    )
    kinds = [slot.kind for slot in file.slots]
    if len(set(kinds)) != len(kinds) or SlotKind.PASSPHRASE not in kinds or len(body) != _PARTS:
        raise ValueError("slots double or missing")
    return file


def _read_slot(body: Mapping[str, object]) -> Slot:
    kind = SlotKind(str(body["kind"]))
    cost = _read_cost(body["cost"]) if kind is SlotKind.PASSPHRASE else None
    if len(body) != 3 + (cost is not None):
        raise ValueError("unknown parts")
    return Slot(
        kind=kind,
        salt=_bytes(body["salt"], SALT_BYTES),
        wrapped=_bytes(body["wrapped"], WRAPPED_BYTES),
        cost=cost,
    )


def _read_cost(body: object) -> KdfCost:
    """Return a cost between floor and ceiling: a forged cheap or endless one is refused."""
    if not isinstance(body, dict) or set(body) != {"memory", "iterations", "lanes"}:
        raise ValueError("not a cost")
    cost = KdfCost(**{name: _whole(value) for name, value in body.items()})
    if not cost.is_within(FLOOR, CEILING):
        raise ValueError("a cost out of bounds")
    return cost


def _whole(value: object) -> int:
    if type(value) is not int or not 0 < value < 1 << 31:
        raise ValueError("not a whole number")
    return value


def _bytes(value: object, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * length or value != value.lower():
        raise ValueError("not bytes of this length")
    return bytes.fromhex(value)


def _body(file: SlotFile) -> dict[str, object]:
    return {
        "version": VERSION,
        "book": file.book.hex(),
        "revision": file.revision,
        "generation": file.generation,
        "salt": file.salt.hex(),
        "slots": [_slot_body(slot) for slot in file.slots],
    }


def _slot_body(slot: Slot) -> dict[str, object]:
    body: dict[str, object] = {
        "kind": slot.kind.value,
        "salt": slot.salt.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    if slot.cost is not None:
        body["cost"] = {
            "memory": slot.cost.memory,
            "iterations": slot.cost.iterations,
            "lanes": slot.cost.lanes,
        }
    return body


def _mac(body: Mapping[str, object], keys: Keys) -> bytes:
    return hmac.digest(bytes(keys.derive(Purpose.SLOTS)), _canonical(body), "sha256")


def _sum(body: Mapping[str, object]) -> str:
    rest = {name: value for name, value in body.items() if name != "sum"}
    return hashlib.sha256(_canonical(rest)).hexdigest()


def _canonical(body: Mapping[str, object]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")
