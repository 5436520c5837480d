"""The key of one database file: 256 random bits and the salt of the file's header."""

from dataclasses import dataclass

KEY_BYTES = 32
SALT_BYTES = 16

_HEX = b"0123456789abcdef"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseKey:
    """A raw key with the salt kept beside it, so that a destroyed header stays readable.

    SQLCipher takes anything malformed for a passphrase, without a word; therefore the
    lengths are checked here and the text handed over is built here only.
    """

    key: bytearray
    salt: bytes

    def __post_init__(self) -> None:
        """Refuse a key or a salt of the wrong length."""
        if len(self.key) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError("a database key has 32 bytes and its salt 16")

    @property
    def is_wiped(self) -> bool:
        """Say whether the key was overwritten."""
        return not any(self.key)

    def spec(self) -> bytearray:
        """Return what the driver takes, `x'<key><salt>'`; the caller wipes it after use."""
        if self.is_wiped:
            raise ValueError("the key was wiped")
        out = bytearray(b"x'")
        for byte in (*self.key, *self.salt):
            out.append(_HEX[byte >> 4])
            out.append(_HEX[byte & 15])
        out += b"'"
        return out

    def copy(self) -> "DatabaseKey":
        """Return a key of its own, which outlives the wiping of this one."""
        return DatabaseKey(key=bytearray(self.key), salt=self.salt)

    def wipe(self) -> None:
        """Overwrite the key in memory."""
        wipe(self.key)


def wipe(secret: bytearray) -> None:
    """Overwrite `secret` in place with zeros."""
    secret[:] = bytes(len(secret))
