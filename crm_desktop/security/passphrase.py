"""From a passphrase to a key: Argon2id at a cost this machine carries."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from crm_desktop.security.keys import KEY_BYTES

_MIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfCost:
    """What one derivation costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    iterations: int
    lanes: int

    def is_within(self, floor: "KdfCost", ceiling: "KdfCost") -> bool:
        """Say whether no part is below `floor` or above `ceiling`."""
        return (
            floor.memory <= self.memory <= ceiling.memory
            and floor.iterations <= self.iterations <= ceiling.iterations
            and floor.lanes <= self.lanes <= ceiling.lanes
        )


FLOOR = KdfCost(memory=64 * _MIB, iterations=3, lanes=1)
DEFAULT = KdfCost(memory=128 * _MIB, iterations=3, lanes=2)
CEILING = KdfCost(memory=1024 * _MIB, iterations=16, lanes=8)
TARGET_SECONDS = 0.7


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytearray:
    """Return the 32-byte key of `passphrase`; look-alike forms of a character count as one."""
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    # Bytes that are no text reach us as lone surrogates: a wrong passphrase, not a bug.
    letters = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return bytearray(kdf.derive(letters))


def calibrated(monotonic: Callable[[], float]) -> KdfCost:
    """Return a cost of about 0.7 seconds here: more passes on a fast machine, the floor on a slow.

    One derivation at the default cost is measured with `monotonic`, a clock in seconds.
    """
    try:
        start = monotonic()
        derive("calibration", bytes(16), DEFAULT)
        taken = max(monotonic() - start, 1e-3)
    except MemoryError:
        return FLOOR
    if taken > 2 * TARGET_SECONDS:
        return FLOOR
    passes = round(DEFAULT.iterations * TARGET_SECONDS / taken)
    return replace(DEFAULT, iterations=min(max(passes, FLOOR.iterations), CEILING.iterations))
