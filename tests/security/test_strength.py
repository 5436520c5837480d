"""The strength meter knows what zxcvbn does not: names, years, phones, clinic words."""

import pytest

from crm_desktop.domain.errors import PassphraseTooShort, PassphraseTooWeak, WeakPart
from crm_desktop.security.strength import require, strength


@pytest.mark.parametrize(
    ("passphrase", "weak"),
    [
        ("wangxiaoming1990", {WeakPart.NAME, WeakPart.BIRTH_YEAR}),
        ("zhangli19850312", {WeakPart.NAME, WeakPart.BIRTH_YEAR}),
        ("ouyangxiuying1975", {WeakPart.NAME, WeakPart.BIRTH_YEAR}),
        ("liuwei@1988!", {WeakPart.NAME, WeakPart.BIRTH_YEAR}),
        ("lihua13812345678", {WeakPart.NAME, WeakPart.PHONE}),
        ("beautyclinic2020", {WeakPart.CLINIC_WORD, WeakPart.BIRTH_YEAR}),
        ("13812345678", {WeakPart.PHONE}),
        ("１３８１２３４５６７８", {WeakPart.PHONE}),
        ("password123", {WeakPart.COMMON}),
        ("aaaaaaaaaaaa", {WeakPart.COMMON}),
        ("1234567890", {WeakPart.COMMON}),
    ],
)
def test_what_her_circle_would_guess_is_weak(passphrase: str, weak: set[WeakPart]) -> None:
    with pytest.raises(PassphraseTooWeak) as caught:
        require(passphrase)

    assert set(caught.value.weak) == weak


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery staple",
        "wojintianchilesanwanniuroumian",
        "我最喜欢秋天的银杏叶子黄了",
        "Xk9!vQ2m#Lp4",
        "huhu-tiger-lamp-47-river",
        "x" * 5 + "K7#tulip-cloud" * 20,
    ],
)
def test_a_sentence_or_chance_is_strong(passphrase: str) -> None:
    require(passphrase)

    assert strength(passphrase).score >= 3


@pytest.mark.parametrize("passphrase", ["", "Xk9!vQ2m#", "我喜欢银杏"])
def test_fewer_than_ten_characters_are_too_short(passphrase: str) -> None:
    with pytest.raises(PassphraseTooShort) as caught:
        require(passphrase)

    assert caught.value.least == 10


def test_the_name_of_her_own_clinic_counts_little() -> None:
    assert strength("qingheyuan-77", ["QingHeYuan"]).score < strength("qingheyuan-77").score


def test_nothing_typed_is_no_strength() -> None:
    assert strength("").score == 0
