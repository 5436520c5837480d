"""A vault that opens by known secrets, for the screens of the gate."""

# ruff: noqa: ARG002 - the arguments are those of the protocols stood in for

from dataclasses import dataclass

from crm_desktop.domain.errors import (
    CrmError,
    MustWait,
    RecoveryCodeMistyped,
    WeakPart,
    WrongPassphrase,
    WrongRecoveryCode,
)
from crm_desktop.ui.gate.code_field import groups_of

CODE = "123456 234567 345678 456789 567890 678901 789012 890123"
PASSPHRASE = "lantern-river-pebble"
MISTYPED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeJudged:
    score: int
    weak: tuple[WeakPart, ...] = ()


class FakeVault:
    """Founds and unlocks; `left` seconds of waiting stand before the first try."""

    def __init__(self, *, left: int = 0, refuses: CrmError | None = None) -> None:
        self.left = left
        self.refuses = refuses
        self.founded: list[tuple[str, str]] = []
        self.judged: list[str] = []

    def judge(self, passphrase: str, words: tuple[str, ...]) -> FakeJudged:
        self.judged.append(passphrase)
        if "wang" in passphrase:
            return FakeJudged(score=1, weak=(WeakPart.NAME,))
        return FakeJudged(score=4)

    def found(self, name: str, passphrase: str) -> str:
        if self.refuses is not None:
            raise self.refuses
        self.founded.append((name, passphrase))
        return CODE

    def wait_left(self) -> int:
        return self.left

    def unlock(self, passphrase: str) -> None:
        if self.left:
            raise MustWait(self.left)
        if passphrase != PASSPHRASE:
            raise WrongPassphrase(5)

    def unlock_with_code(self, code: str) -> None:
        if groups_of(code)[MISTYPED - 1] == "000000":
            raise RecoveryCodeMistyped((MISTYPED,))
        if code != CODE:
            raise WrongRecoveryCode(10)
