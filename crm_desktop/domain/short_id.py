"""The short id of a client in a workbook: a few letters and digits that catch a typing slip.

`K`, then her number in Crockford's base 32 (no I, L, O, U), then one check character. The
letter in front keeps Excel from taking it for a number. The check is a sum over the field of
32 elements, so that every single wrong character and every swap of two shows (unlike a sum
modulo 31), and, unlike Crockford's own check, it never needs `*`, `~`, `$` or `=`.
"""

import unicodedata
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PREFIX: Final = "K"
_LEAST: Final = 4
_LONGEST: Final = 13
_POLYNOMIAL: Final = 0b100101
_VALUES: Final = {letter: value for value, letter in enumerate(_ALPHABET)} | {
    "O": 0,
    "I": 1,
    "L": 1,
}


def short_id(client_id: int) -> str:
    """Return the short id of the client with this number (1 or more): K00153 and the like.

    Raises:
        ValueError: The number is not one of a stored client.
    """
    if client_id < 1:
        raise ValueError(client_id)
    digits = ""
    rest = client_id
    while rest:
        rest, digit = divmod(rest, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    digits = digits.rjust(_LEAST, "0")
    return _PREFIX + digits + _ALPHABET[_check([_VALUES[letter] for letter in digits])]


def client_id_of(text: str) -> int | None:
    """Return the number a typed short id stands for, None where a character does not check.

    Case, spaces, hyphens, full-width letters, and O for 0, I and L for 1 do not matter.
    """
    letters = [
        letter
        for letter in unicodedata.normalize("NFKC", text).upper()
        if not letter.isspace() and letter != "-"
    ]
    if not _LEAST + 2 <= len(letters) <= _LONGEST or letters[0] != _PREFIX:
        return None
    values = [_VALUES.get(letter, -1) for letter in letters[1:]]
    if -1 in values or _check(values[:-1]) != values[-1]:
        return None
    number = 0
    for value in values[:-1]:
        number = number * len(_ALPHABET) + value
    return number or None


def _check(values: list[int]) -> int:
    """Return the sum of the values, each times its own power of the generator 2."""
    total, weight = 0, 2
    for value in reversed(values):
        total ^= _product(value, weight)
        weight = _product(weight, 2)
    return total


def _product(left: int, right: int) -> int:
    """Multiply in the field of 32 elements, polynomials over two values modulo x^5 + x^2 + 1."""
    total = 0
    while right:
        if right & 1:
            total ^= left
        left <<= 1
        if left & len(_ALPHABET):
            left ^= _POLYNOMIAL
        right >>= 1
    return total
