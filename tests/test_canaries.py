"""Nothing she entered lies readable in any file the app writes by itself."""

import base64
import gzip
import io
import pathlib
import zipfile

import pytest

from benchmarks.canaries import CANARIES, codings, hits, session

CLIENTS = 20


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("session")
    session(folder, CLIENTS, whole=False)
    return folder


def test_no_planted_word_is_in_any_file_of_a_session(root: pathlib.Path) -> None:
    assert hits(root / "inside") == []


def test_the_session_left_everything_it_should_and_the_search_finds_plain_files(
    root: pathlib.Path,
) -> None:
    names = {path.name for path in (root / "inside").rglob("*")}
    control = {name for _, name in hits(root / "outside")}

    assert {"manager.xlsx", "me.xlsx", "slots.json"} < names
    assert any(name.endswith(".ckbackup") for name in names)
    assert any(name.startswith("vault-") and name.endswith(".db") for name in names)
    assert control == set(CANARIES) - {"passphrase", "password"}


def _zipped(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sheet.xml", data)
    return made.getvalue()


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(CANARIES["name"].encode(), id="utf-8"),
        pytest.param(CANARIES["name"].encode("utf-16-le"), id="utf-16"),
        pytest.param(CANARIES["name"].encode("gb18030"), id="gb18030"),
        pytest.param(CANARIES["name"].encode().hex().upper().encode(), id="hex"),
        pytest.param(b'{"name": "\\u91d1\\u4e1d\\u96c0\\u9e23\\u8c37"}', id="json escapes"),
        *(
            pytest.param(
                base64.b64encode(b"x" * shift + CANARIES["name"].encode() + b"yz"),
                id=f"base64 shifted by {shift}",
            )
            for shift in range(3)
        ),
        pytest.param(_zipped(CANARIES["name"].encode()), id="in an archive"),
        pytest.param(_zipped(_zipped(CANARIES["name"].encode())), id="in an archive in another"),
        pytest.param(gzip.compress(CANARIES["name"].encode()), id="in a gzip"),
    ],
)
def test_the_search_sees_through_a_coding(tmp_path: pathlib.Path, hidden: bytes) -> None:
    (tmp_path / "log.txt").write_bytes(b"before " + hidden + b" after")
    if hidden[:2] in {b"PK", b"\x1f\x8b"}:
        (tmp_path / "log.txt").write_bytes(hidden)

    assert hits(tmp_path) == [("log.txt", "name")]


def test_every_coding_of_a_word_is_its_own() -> None:
    forms = codings("金丝雀")

    assert len(forms) == len(set(forms))
    assert all(len(form) >= 6 for form in forms)
