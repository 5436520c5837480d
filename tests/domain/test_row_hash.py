"""Column B: the identity of a row and what it said."""

import pytest

from crm_desktop.domain.row_hash import RowIdentity, read, row_hash, written

CELLS = [("client.name", "王芳"), ("client.income", "15000000")]


def test_any_changed_cell_changes_the_hash() -> None:
    hashes = {
        row_hash(CELLS),
        row_hash(CELLS[:1]),
        row_hash([("client.name", "王芬"), CELLS[1]]),
        row_hash([("client.display_name", "王芳"), CELLS[1]]),
        row_hash([("client.name", "王芳client.income=15000000")]),
    }

    assert len(hashes) == 5
    assert all(len(text) == 16 for text in hashes)


@pytest.mark.parametrize(
    ("identity", "text"),
    [
        (RowIdentity("7f2a-11", "", "00ff"), "7f2a-11|00ff"),
        (RowIdentity("7f2a-11", "p12", "00ff"), "7f2a-11/p12|00ff"),
        (RowIdentity("7f2a-11", "v7/b9", "00ff"), "7f2a-11/v7/b9|00ff"),
    ],
)
def test_an_identity_is_written_and_read(identity: RowIdentity, text: str) -> None:
    assert written(identity) == text
    assert read(f" {text} ") == identity


@pytest.mark.parametrize("text", ["", "王芳", "|00ff", "7f2a|", "/p1|00ff"])
def test_what_is_no_identity_is_none(text: str) -> None:
    assert read(text) is None
