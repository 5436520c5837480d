"""The vault key and the keys derived from it, one for each purpose."""

import secrets
from enum import StrEnum

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class Purpose(StrEnum):
    """What a derived key is for; the text is part of the derivation and never changes."""

    DATABASE = "database"
    SLOTS = "slots"
    BACKUPS = "backups"
    AUDIT = "audit"
    TOMBSTONES = "tombstones"


class Keys:
    """The 256-bit vault key in memory; it is never on disk but wrapped."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes | bytearray) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("a vault key has 32 bytes")
        self._secret = bytearray(secret)

    @classmethod
    def new(cls) -> "Keys":
        """Return a random vault key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def secret(self) -> bytearray:
        """Return the vault key itself, to be wrapped."""
        if self.is_wiped:
            raise ValueError("the vault key was wiped")
        return self._secret

    @property
    def is_wiped(self) -> bool:
        """Say whether the key was overwritten."""
        return not any(self._secret)

    def derive(self, purpose: Purpose) -> bytearray:
        """Return the 32-byte key for `purpose` (HKDF-SHA256, RFC 5869)."""
        return expand(bytes(self.secret), b"", f"vault/{purpose.value}")

    def wipe(self) -> None:
        """Overwrite the key in memory."""
        self._secret[:] = bytes(KEY_BYTES)


def expand(secret: bytes, salt: bytes, label: str) -> bytearray:
    """Return 32 bytes derived from `secret` for the purpose `label` names."""
    hkdf = HKDF(
        algorithm=hashes.SHA256(),
        length=KEY_BYTES,
        salt=salt,
        info=f"crm-desktop/1/{label}".encode(),
    )
    return bytearray(hkdf.derive(secret))
