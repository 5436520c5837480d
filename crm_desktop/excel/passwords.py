"""Password-protected workbooks: opened in memory, never as a clear file."""

import io

from crm_desktop.domain.errors import WorkbookDamaged, WorkbookProtected
from crm_desktop.excel.open_document import unsealed

READ_ONLY_PASSWORD = "VelvetSweatshop"  # noqa: S105 - Excel's published constant for read-only files


def decrypted(data: bytes, name: str, password: str | None) -> bytes:
    """Return the workbook inside a protected one; raise `WorkbookProtected` without the key.

    Excel encrypts *read-only* workbooks with a published constant; those open unasked.
    """
    if data.startswith(b"PK"):
        return unsealed(data, name, password)
    import msoffcrypto  # noqa: PLC0415 - only protected workbooks need it
    from msoffcrypto.exceptions import DecryptionError, FileFormatError  # noqa: PLC0415 - as above

    wrong = password is not None
    for attempt in (READ_ONLY_PASSWORD,) if password is None else (password, READ_ONLY_PASSWORD):
        clear = io.BytesIO()
        try:
            office = msoffcrypto.OfficeFile(io.BytesIO(data))
            office.load_key(password=attempt)
            office.decrypt(clear)
        except FileFormatError as error:
            raise WorkbookDamaged(name) from error
        except DecryptionError:
            continue
        except Exception as error:
            if "password" in str(error).lower() or "key" in str(error).lower():
                continue
            raise WorkbookDamaged(name) from error
        if clear.getvalue().startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            return clear.getvalue()
    raise WorkbookProtected(name, wrong=wrong)
