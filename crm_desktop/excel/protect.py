"""A finished workbook put behind a password, in memory, as Excel itself does it."""

import io

from crm_desktop.domain.errors import PasswordEmpty


def encrypted(workbook: bytes, password: str) -> bytes:
    """Return the workbook encrypted by OOXML agile encryption (AES-256, 100,000 rounds).

    Raises:
        PasswordEmpty: An empty password would protect nothing.
    """
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - only protected exports need it

    if not password:
        raise PasswordEmpty
    closed = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook)).encrypt(password, closed)
    return closed.getvalue()
