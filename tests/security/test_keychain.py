"""The keychain: absent, null, alt, locked, hanging, wrong: None in time, never plain text."""

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from keyring.backends import null
from keyring.errors import KeyringLocked
from typing_extensions import override

from crm_desktop.security import keychain
from crm_desktop.security.keychain import LIMIT_SECONDS, Ring, SystemKeychain, system_ring

SECRET = bytes(range(32))


class RingInMemory:
    """A backend that works."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Locked(RingInMemory):
    """A backend whose owner does not unlock it."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)

    set_password = get_password  # type: ignore[assignment] # both only refuse


class Forgetful(RingInMemory):
    """A backend that takes a secret and keeps another."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password[::-1]


class Hanging(RingInMemory):
    """A backend that waits for a dialogue nobody sees."""

    released = threading.Event()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait()
        assert (service, username) == (keychain.SERVICE, "book")
        return None

    set_password = get_password  # type: ignore[assignment] # both only wait


def absent() -> Ring | None:
    return None


def failing() -> Ring | None:
    raise ImportError("no backend")


@pytest.fixture(autouse=True)
def _let_workers_end() -> Iterator[None]:
    Hanging.released.clear()
    yield
    Hanging.released.set()


def test_a_secret_is_kept_and_forgotten() -> None:
    ring = RingInMemory()
    chain = SystemKeychain(lambda: ring)

    stored = chain.set("book", SECRET)
    found = chain.get("book")
    chain.forget("book")

    assert (stored, found, chain.get("book")) == (True, SECRET, None)


@pytest.mark.parametrize("ring", [absent, failing, Locked, Hanging, Forgetful, null.Keyring])
def test_any_trouble_means_the_passphrase(ring: Callable[[], Ring | None]) -> None:
    chain = SystemKeychain(ring, limit=0.2)
    start = time.monotonic()

    stored, found = chain.set("book", SECRET), chain.get("book")

    assert (stored, found) == (False, None)
    assert time.monotonic() - start < LIMIT_SECONDS


@pytest.mark.parametrize("text", ["", "not base64!", "AAAA", "密", "A" * 4000])
def test_something_of_another_program_is_no_secret(text: str) -> None:
    ring = RingInMemory()
    ring.set_password(keychain.SERVICE, "book", text)

    assert SystemKeychain(lambda: ring).get("book") is None


def test_the_limit_is_five_seconds() -> None:
    assert LIMIT_SECONDS == 5.0


def test_a_platform_without_a_keychain_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")

    assert system_ring() is None


def test_a_look_alike_is_not_allowed() -> None:
    class WinVaultKeyring(RingInMemory):
        """Named as the real one, from another module."""

    assert not keychain.is_allowed(WinVaultKeyring())


def test_only_an_allowed_class_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keychain, "is_allowed", lambda _ring: False)

    assert system_ring() is None
