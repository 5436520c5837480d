"""The vault key wrapped and unwrapped: AES-256-GCM under the key of one slot."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from crm_desktop.security import passphrase as passphrases
from crm_desktop.security import recovery
from crm_desktop.security.keys import KEY_BYTES, Keys, expand
from crm_desktop.security.slots import SALT_BYTES, Slot, SlotKind, bound

_NONCE = 12


def for_passphrase(keys: Keys, book: bytes, passphrase: str, cost: passphrases.KdfCost) -> Slot:
    """Return the slot that `passphrase` opens."""
    salt = secrets.token_bytes(SALT_BYTES)
    slot = Slot(kind=SlotKind.PASSPHRASE, salt=salt, wrapped=b"", cost=cost)
    return _wrapped(keys, book, slot, passphrases.derive(passphrase, salt, cost))


def for_code(keys: Keys, book: bytes, code: str) -> Slot:
    """Return the slot that the recovery code opens; its 128 bits need no slow derivation."""
    return _for_secret(keys, book, SlotKind.CODE, recovery.read(code))


def for_computer(keys: Keys, book: bytes, secret: bytes) -> Slot:
    """Return the slot that 32 random bytes in the keychain of this computer open."""
    return _for_secret(keys, book, SlotKind.COMPUTER, secret)


def open_with_passphrase(slot: Slot, book: bytes, passphrase: str) -> Keys | None:
    """Return the vault key, None for a wrong passphrase."""
    if slot.cost is None:
        raise ValueError("a passphrase slot states its cost")
    return _unwrapped(slot, book, passphrases.derive(passphrase, slot.salt, slot.cost))


def open_with_code(slot: Slot, book: bytes, code: str) -> Keys | None:
    """Return the vault key, None for the code of another book; a mistyped code raises."""
    return _unwrapped(slot, book, expand(recovery.read(code), slot.salt, slot.kind.value))


def open_with_secret(slot: Slot, book: bytes, secret: bytes) -> Keys | None:
    """Return the vault key, None for a secret of something else."""
    return _unwrapped(slot, book, expand(secret, slot.salt, slot.kind.value))


def _for_secret(keys: Keys, book: bytes, kind: SlotKind, secret: bytes) -> Slot:
    slot = Slot(kind=kind, salt=secrets.token_bytes(SALT_BYTES), wrapped=b"")
    return _wrapped(keys, book, slot, expand(secret, slot.salt, kind.value))


def _wrapped(keys: Keys, book: bytes, slot: Slot, kek: bytearray) -> Slot:
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(bytes(kek)).encrypt(nonce, bytes(keys.secret), bound(book, slot))
    return Slot(kind=slot.kind, salt=slot.salt, wrapped=nonce + sealed, cost=slot.cost)


def _unwrapped(slot: Slot, book: bytes, kek: bytearray) -> Keys | None:
    nonce, sealed = slot.wrapped[:_NONCE], slot.wrapped[_NONCE:]
    try:
        secret = AESGCM(bytes(kek)).decrypt(nonce, sealed, bound(book, slot))
    except InvalidTag:
        return None
    return Keys(secret) if len(secret) == KEY_BYTES else None
