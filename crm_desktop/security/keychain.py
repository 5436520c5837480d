"""The keychain of this computer, asked with a limit of time; any trouble is simply None.

Only the four keychains of the platforms are used, made by class: keyring's own choice
may be a file with plain text in it that asks for a password on the terminal.
"""

import base64
import binascii
import contextlib
import hmac
import importlib
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

SERVICE = "crm-desktop"
SECRET_BYTES = 32
LIMIT_SECONDS = 5.0

ALLOWED: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
}

_Answer = TypeVar("_Answer")


class Keychain(Protocol):
    """Keeps one secret per book; it never raises and never waits long."""

    def get(self, book: str) -> bytes | None:
        """Return the secret of `book`, None if there is none or no keychain answers."""
        ...

    def set(self, book: str, secret: bytes) -> bool:
        """Store the secret, read it back, and say whether it is there."""
        ...

    def forget(self, book: str) -> None:
        """Remove the secret if it can be reached."""
        ...


class Ring(Protocol):
    """The part of a keyring backend we use."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a stored text."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a text."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Remove a text."""
        ...


class SystemKeychain:
    """The keychain of the operating system through `ring`, asked in a worker."""

    def __init__(
        self, ring: Callable[[], Ring | None] | None = None, limit: float = LIMIT_SECONDS
    ) -> None:
        self._ring = ring or system_ring
        self._limit = limit

    def get(self, book: str) -> bytes | None:
        """Return the secret of `book`, None if there is none or no keychain answers in time."""
        return self._asked(lambda ring: _decoded(ring.get_password(SERVICE, book)))

    def set(self, book: str, secret: bytes) -> bool:
        """Store the secret, read it back, and say whether it is there."""
        text = base64.b64encode(secret).decode("ascii")

        def store(ring: Ring) -> bool:
            ring.set_password(SERVICE, book, text)
            found = _decoded(ring.get_password(SERVICE, book))
            return found is not None and hmac.compare_digest(found, secret)

        return self._asked(store) is True

    def forget(self, book: str) -> None:
        """Remove the secret if it can be reached."""
        self._asked(lambda ring: ring.delete_password(SERVICE, book))

    def _asked(self, question: Callable[[Ring], _Answer]) -> _Answer | None:
        """Return what the ring answers within the limit; a hanging worker is left behind."""
        answers: queue.SimpleQueue[_Answer | None] = queue.SimpleQueue()

        def work() -> None:
            answer = None
            with contextlib.suppress(Exception):  # any backend failure means: use the passphrase
                ring = self._ring()
                answer = question(ring) if ring is not None else None
            answers.put(answer)

        threading.Thread(target=work, name="keychain", daemon=True).start()
        try:
            return answers.get(timeout=self._limit)
        except queue.Empty:
            return None


def system_ring() -> Ring | None:
    """Return the first of this platform's own keychains that is usable, else None."""
    for module, name in ALLOWED.get(sys.platform, ()):
        with contextlib.suppress(Exception):  # a backend that does not load is not there
            ring = getattr(importlib.import_module(module), name)()
            if is_allowed(ring) and ring.priority > 0:
                if hasattr(ring, "persist"):
                    ring.persist = "local machine"
                return ring  # type: ignore[no-any-return] # keyring has no stubs; Ring names what it has
    return None


def is_allowed(ring: object) -> bool:
    """Say whether `ring` is exactly one of the four classes, not a subclass or a look-alike."""
    names: Any = {name for platform in ALLOWED.values() for name in platform}
    return (type(ring).__module__, type(ring).__name__) in names


def _decoded(text: str | None) -> bytes | None:
    """Return the stored 32 bytes, None for anything that is not ours."""
    try:
        secret = base64.b64decode(text or "", validate=True)
    except binascii.Error:
        return None
    return secret if len(secret) == SECRET_BYTES else None
