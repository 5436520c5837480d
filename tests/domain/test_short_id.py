"""Short ids: read back, and every single slip of the keyboard caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.short_id import client_id_of, short_id

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(st.integers(min_value=1, max_value=2**48))
def test_a_short_id_reads_back_as_its_client(client_id: int) -> None:
    assert client_id_of(short_id(client_id)) == client_id


@pytest.mark.parametrize("client_id", [1, 31, 32, 37, 3_000, 100_000, 10**9])
def test_every_single_wrong_character_is_caught(client_id: int) -> None:
    right = short_id(client_id)

    for place in range(1, len(right)):
        for letter in ALPHABET.replace(right[place], ""):
            assert client_id_of(right[:place] + letter + right[place + 1 :]) is None


@given(st.integers(min_value=1, max_value=2**40), st.data())
def test_every_swap_of_two_characters_is_caught(client_id: int, data: st.DataObject) -> None:
    right = short_id(client_id)
    places = st.integers(min_value=1, max_value=len(right) - 1)
    one, other = data.draw(places), data.draw(places)
    letters = list(right)
    letters[one], letters[other] = letters[other], letters[one]

    swapped = "".join(letters)

    assert client_id_of(swapped) == (client_id if swapped == right else None)


def test_how_it_is_typed_does_not_matter() -> None:
    right = short_id(32 * 32 + 1)

    assert right[:5] == "K0101"
    for typed in (right.lower(), f" {right[:3]}-{right[3:]} ", right.replace("0", "o")):
        assert client_id_of(typed) == 32 * 32 + 1
    assert client_id_of(right.replace("1", "l", 1)) == 32 * 32 + 1
    assert client_id_of("Ｋ" + right[1:]) == 32 * 32 + 1


@pytest.mark.parametrize("text", ["", "K", "K0000", "王芳", "00015X", "K" * 40, "13800001234"])
def test_what_is_no_short_id_is_none(text: str) -> None:
    assert client_id_of(text) is None


def test_no_client_has_number_nought() -> None:
    with pytest.raises(ValueError, match="0"):
        short_id(0)


def test_no_short_id_looks_like_a_number_to_excel() -> None:
    assert all(short_id(number).startswith("K") for number in range(1, 2_000))
