"""A robot for the screen that neither gives up on a loaded machine nor sleeps on a quick one."""

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot
from typing_extensions import override

A_MINUTE: Final = 60_000
_BETWEEN_LOOKS: Final = 2


class PatientBot(QtBot):
    """Waits up to a minute for what others give five seconds, and looks five times as often."""

    @override
    def wait(self, ms: int) -> None:
        super().wait(min(ms, _BETWEEN_LOOKS))

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = A_MINUTE) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, *arguments: Any, timeout: int = A_MINUTE, **options: Any) -> Any:
        return super().waitSignal(*arguments, timeout=timeout, **options)

    @override
    def waitSignals(self, *arguments: Any, timeout: int = A_MINUTE, **options: Any) -> Any:
        return super().waitSignals(*arguments, timeout=timeout, **options)
