"""A new file and an older one of its name: which of them stands there, whatever happens."""

import pathlib

import pytest

from crm_desktop.domain.errors import DiskFull
from crm_desktop.security.instance import take
from crm_desktop.services.unfinished_file import UnfinishedFile, unfinished

LEFT = ".client-keeper-0123456789abcdef.part"


@pytest.fixture
def target(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "给主管.xlsx"


def test_what_a_killed_process_left_is_swept_by_the_next_file(target: pathlib.Path) -> None:
    for name in (LEFT, ".client-keeper-0123456789abcdef.old"):
        target.with_name(name).write_bytes(b"half")

    _write(target)

    assert [*target.parent.iterdir()] == [target]


@pytest.mark.parametrize(
    "name", [".给主管.xlsx.part", ".client-keeper-mine.part", "client-keeper-0123456789abcdef.part"]
)
def test_what_has_another_name_is_somebody_elses(target: pathlib.Path, name: str) -> None:
    other = target.with_name(name)
    other.write_bytes(b"theirs")

    _write(target)

    assert other.read_bytes() == b"theirs"


def test_what_another_window_is_writing_stays(target: pathlib.Path) -> None:
    with unfinished(target) as first:
        first.write(b"first")
        with unfinished(target) as second:
            second.write(b"second")
            second.finish()
        first.finish()

    assert target.read_bytes() == b"first"


@pytest.mark.parametrize("older", [b"", b"older"])
def test_a_book_that_refuses_after_all_leaves_the_folder_as_it_was(
    target: pathlib.Path, older: bytes
) -> None:
    if older:
        target.write_bytes(older)
    before = [*target.parent.iterdir()]

    with pytest.raises(DiskFull):
        _write(target, refused=True)

    assert [*target.parent.iterdir()] == before
    assert not older or target.read_bytes() == older


def test_of_several_files_all_stand_there_or_none(target: pathlib.Path) -> None:
    other = target.with_name("另一份.xlsx")

    with pytest.raises(DiskFull):
        _write(other, then=target)

    assert [*target.parent.iterdir()] == []


def test_a_disk_without_second_names_keeps_a_copy(
    target: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(pathlib.Path, "hardlink_to", refuse)
    target.write_bytes(b"older")

    with pytest.raises(DiskFull):
        _write(target, refused=True)

    assert target.read_bytes() == b"older"


def test_a_disk_without_locks_writes_all_the_same_and_sweeps_nothing(
    target: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError

    left = target.with_name(LEFT)
    left.write_bytes(b"half")
    monkeypatch.setattr(f"{UnfinishedFile.__module__}.{take.__name__}", refuse)

    _write(target)

    assert sorted(target.parent.iterdir()) == sorted([left, target])


def _write(
    target: pathlib.Path, *, refused: bool = False, then: pathlib.Path | None = None
) -> None:
    with unfinished(target) as file:
        file.write(b"new")
        file.finish()
        if then is not None:
            _write(then, refused=True)
        if refused:
            raise DiskFull(target)
