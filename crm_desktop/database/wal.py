"""The write-ahead log looked at before opening: damage told from a torn tail.

SQLite stops at the first frame whose checksum is wrong and forgets the rest without a
word. After a power cut that is right: the tail was never acknowledged. After a flipped
bit it drops later commits. Format: https://sqlite.org/walformat.html
"""

import pathlib
import struct
from dataclasses import dataclass
from enum import Enum, auto

from crm_desktop.files import replace_file

_HEADER = 32
_FRAME_HEADER = 24
_MAGIC = 0x377F0682
_FORMAT = 3007000
_SECTOR = 512
_MASK = 0xFFFFFFFF


class WalState(Enum):
    """What the log holds: nothing, whole commits, commits and an unfinished one, damage."""

    EMPTY = auto()
    WHOLE = auto()
    TORN = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Log:
    """The bytes of a log with the facts of its header."""

    data: bytes
    page: int
    salts: bytes
    order: str

    @property
    def frames(self) -> int:
        """Return how many whole frames the file is long."""
        return (len(self.data) - _HEADER) // (_FRAME_HEADER + self.page)

    def frame(self, index: int) -> bytes:
        """Return a frame with its header."""
        start = _HEADER + index * (_FRAME_HEADER + self.page)
        return self.data[start : start + _FRAME_HEADER + self.page]

    def is_current(self, index: int) -> bool:
        """Say whether a frame carries the salts of this generation."""
        return self.frame(index)[8:16] == self.salts

    def is_commit(self, index: int) -> bool:
        """Say whether a frame ends a transaction."""
        return self.frame(index)[4:8] != bytes(4)


def log_of(path: pathlib.Path) -> pathlib.Path:
    """Return the path of the log beside the database at `path`."""
    return path.with_name(path.name + "-wal")


def look(wal: pathlib.Path) -> WalState:
    """Return the state of the log; it must not be open in this process (locks would drop)."""
    try:
        data = wal.read_bytes()
    except FileNotFoundError:
        return WalState.EMPTY
    if not any(data[:_HEADER]):
        return WalState.EMPTY if not any(data) else WalState.DAMAGED
    if len(data) <= _HEADER:
        return WalState.TORN
    log = _opened(data)
    return WalState.DAMAGED if log is None else _judged(log)


def cut_to_whole(wal: pathlib.Path, aside: pathlib.Path) -> None:
    """Keep a copy of a damaged log at `aside`, and leave the commits before the damage in place."""
    data = wal.read_bytes()
    replace_file(aside, data)
    replace_file(wal, data[: _whole_length(data)])


def _whole_length(data: bytes) -> int:
    """Return up to where a log holds: the end of its last commit before the chain breaks."""
    log = _opened(data) if len(data) > _HEADER else None
    if log is None:
        return 0
    chain: tuple[int, int] = struct.unpack(">II", data[24:32])
    commits = 0
    for index in range(log.frames):
        found = _followed(log, index, chain)
        if found is None:
            break
        chain = found
        commits = index + 1 if log.is_commit(index) else commits
    return _HEADER + commits * (_FRAME_HEADER + log.page) if commits else 0


def _opened(data: bytes) -> _Log | None:
    """Return the log if its header holds; it is synced before the first frame is written."""
    magic, version, page = struct.unpack(">III", data[:12])
    if magic & ~1 != _MAGIC or version != _FORMAT:
        return None
    order = ">" if magic & 1 else "<"
    if _sum(data[:24], (0, 0), order) != struct.unpack(">II", data[24:32]):
        return None
    return _Log(data=data, page=page, salts=data[16:24], order=order)


def _judged(log: _Log) -> WalState:
    """Follow the chain of checksums; what stands after its end says why it ended."""
    chain: tuple[int, int] = struct.unpack(">II", log.data[24:32])
    for index in range(log.frames):
        found = _followed(log, index, chain)
        if found is None:
            return _after_break(log, index)
        chain = found
    if (len(log.data) - _HEADER) % (_FRAME_HEADER + log.page):
        return WalState.TORN
    return WalState.WHOLE if log.is_commit(log.frames - 1) else WalState.TORN


def _followed(log: _Log, index: int, chain: tuple[int, int]) -> tuple[int, int] | None:
    """Return the checksum after a frame, None where salts or sum do not continue the chain."""
    frame = log.frame(index)
    found = _sum(frame[:8], chain, log.order)
    found = _sum(frame[_FRAME_HEADER:], found, log.order)
    holds = log.is_current(index) and found == struct.unpack(">II", frame[16:24])
    return found if holds else None


def _after_break(log: _Log, first: int) -> WalState:
    """Judge a broken chain.

    A transaction is synced before it is acknowledged, and the next one is written after.
    So a commit of this generation with anything of this generation behind it was whole
    once: damage. The last transaction was whole if its commit frame arrived and no sector
    of it is still unwritten; if neither shows, the power went while it was written.
    """
    current = [index for index in range(first, log.frames) if log.is_current(index)]
    commits = [index for index in current if log.is_commit(index)]
    if not commits:
        return _unfinished(log, first)
    if current[-1] > commits[0]:
        return WalState.DAMAGED
    holes = any(_has_hole(log.frame(index)) for index in range(first, commits[0] + 1))
    return WalState.TORN if holes else WalState.DAMAGED


def _unfinished(log: _Log, first: int) -> WalState:
    """Judge a tail without a commit frame: a frame almost of this generation is damage."""
    frame = log.frame(first)
    near = _differing_bits(frame[8:16], log.salts) <= 1 and log.frames == first + 1
    return WalState.DAMAGED if near and not _has_hole(frame) else WalState.TORN


def _has_hole(frame: bytes) -> bool:
    """Say whether a sector's worth of the frame is unwritten; encrypted pages have no zeros."""
    return bytes(_SECTOR // 2) in frame


def _differing_bits(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def _sum(data: bytes, chain: tuple[int, int], order: str) -> tuple[int, int]:
    """Return SQLite's checksum of `data` (a multiple of 8 bytes) continued from `chain`."""
    first, second = chain
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
