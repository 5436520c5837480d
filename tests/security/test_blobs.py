"""What is sealed comes back to the byte, and nothing else ever does."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.security.blobs import (
    BlobDamagedError,
    is_name,
    new_key,
    new_name,
    seal,
    unseal,
)

NAME = "0123456789abcdef0123456789abcdef"
KEY = new_key()
PIECE = 1 << 20
BODY = bytes(range(256)) * 16


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_content_comes_back(size: int) -> None:
    content = (b"\x00\xff\x10" * (size // 3 + 1))[:size]

    assert unseal(seal(content, KEY, NAME), KEY, NAME) == content


@given(st.integers(min_value=0, max_value=len(seal(BODY, KEY, NAME)) * 8 - 1))
def test_every_flipped_bit_is_seen(bit: int) -> None:
    data = bytearray(seal(BODY, KEY, NAME))

    data[bit // 8] ^= 1 << bit % 8

    with pytest.raises(BlobDamagedError):
        unseal(bytes(data), KEY, NAME)


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[:-1],
        lambda data: data[: 8 + PIECE + 16],
        lambda data: data + b"\x00",
        lambda data: data[:8] + data[8 + PIECE + 16 :],
        lambda data: (
            data[:8] + data[8 + PIECE + 16 : 8 + 2 * (PIECE + 16)] + data[8 : 8 + PIECE + 16]
        ),
        lambda _data: b"",
    ],
    ids=["cut", "last piece gone", "longer", "first piece gone", "pieces swapped", "empty"],
)
def test_pieces_cut_moved_or_added_are_seen(harm: Callable[[bytes], bytes]) -> None:
    data = seal(bytes(2 * PIECE + 5), KEY, NAME)

    with pytest.raises(BlobDamagedError):
        unseal(harm(data), KEY, NAME)


@pytest.mark.parametrize(
    ("key", "name"),
    [(new_key(), NAME), (KEY, "f" * 32), ("no key", NAME), ("", NAME)],
    ids=["another key", "another name", "not a key", "no key"],
)
def test_another_key_or_name_opens_nothing(key: str, name: str) -> None:
    with pytest.raises(BlobDamagedError):
        unseal(seal(BODY, KEY, NAME), key, name)


def test_the_sealed_bytes_show_nothing_and_differ_each_time() -> None:
    sealed = seal(b"a plainly fictional photo", KEY, NAME)

    assert b"fictional" not in sealed
    assert new_key() != new_key()
    assert is_name(new_name())
    assert not is_name("../../etc/passwd")
