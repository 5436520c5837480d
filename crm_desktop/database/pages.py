"""The pages of a database file in the clear, free ones and their slack too, as they lie on disk.

SQLCipher 4 with a raw key: 4,096 bytes a page, AES-256-CBC, and in the last 80 bytes the IV
(16) and the HMAC-SHA512; the first page begins with the salt instead of SQLite's own header.
"""

import pathlib
from collections.abc import Iterator
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from crm_desktop.database.key import DatabaseKey

PAGE: Final = 4_096
_RESERVED: Final = 80
_IV: Final = 16
_SALT: Final = 16


def clear_pages(path: pathlib.Path, key: DatabaseKey) -> Iterator[bytes]:
    """Yield every page of a file that is not in use, decrypted, without what SQLCipher adds.

    The file is read past the database, which would pass over what is deleted.
    """
    algorithm = algorithms.AES256(bytes(key.key))
    with path.open("rb") as file:
        start = _SALT
        while page := file.read(PAGE):
            end = len(page) - _RESERVED
            cipher = Cipher(algorithm, modes.CBC(page[end : end + _IV]))
            yield cipher.decryptor().update(page[start:end])
            start = 0
