"""Encrypted files of one key each: AES-256-GCM in pieces, so that no piece can be cut or moved.

`CKBLOB1` | pieces of 1 MiB, each with its tag. The nonce of a piece is its number and whether it
is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015); as no
key ever seals a second file, no nonce comes twice.
"""

import base64
import binascii
import secrets
import struct
from collections.abc import Iterator
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC: Final = b"CKBLOB1\n"
_PIECE: Final = 1 << 20
_TAG: Final = 16
_KEY_BITS: Final = 256
_NONCE: Final = struct.Struct(">7xI?")


class BlobDamagedError(ValueError):
    """The bytes are not what was sealed under this key and name."""


def new_key() -> str:
    """Return a random key as text."""
    return base64.b64encode(AESGCM.generate_key(_KEY_BITS)).decode("ascii")


def new_name() -> str:
    """Return a name that says nothing: 32 hexadecimal figures."""
    return secrets.token_hex(16)


def is_name(text: str) -> bool:
    """Say whether `text` is a name made by `new_name`, and so safe as the name of a file."""
    return len(text) == 32 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004 - 16 bytes in hex


def seal(content: bytes, key: str, name: str) -> bytes:
    """Return `content` sealed under `key`; only a file of this `name` will open."""
    cipher = _cipher(key)
    pieces = list(_pieces(content, _PIECE))
    sealed = [
        cipher.encrypt(_NONCE.pack(place, place == len(pieces) - 1), piece, name.encode("ascii"))
        for place, piece in enumerate(pieces)
    ]
    return b"".join((_MAGIC, *sealed))


def unseal(data: bytes, key: str, name: str) -> bytes:
    """Return what `seal` was given.

    Raises:
        BlobDamagedError: a byte was changed, cut off, moved or added, or the key is another's.
    """
    if not data.startswith(_MAGIC):
        raise BlobDamagedError
    cipher = _cipher(key)
    pieces = list(_pieces(data[len(_MAGIC) :], _PIECE + _TAG))
    try:
        clear = [
            cipher.decrypt(
                _NONCE.pack(place, place == len(pieces) - 1), piece, name.encode("ascii")
            )
            for place, piece in enumerate(pieces)
        ]
    except InvalidTag:
        raise BlobDamagedError from None
    return b"".join(clear)


def _cipher(key: str) -> AESGCM:
    try:
        return AESGCM(base64.b64decode(key, validate=True))
    except (binascii.Error, ValueError):
        raise BlobDamagedError from None


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    """Yield `data` in pieces of `size`; nothing at all is one empty piece."""
    for start in range(0, max(len(data), 1), size):
        yield data[start : start + size]
