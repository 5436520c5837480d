"""The base of every expected problem, and those of the book in general."""

import pathlib

from crm_desktop.domain.problems import ProblemCode


class CrmError(Exception):
    """A problem that is expected and told in one clear sentence."""


class FolderNotWritable(CrmError):
    """The data folder or a target folder refuses to be written to."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class DiskFull(CrmError):
    """The disk has no room for what was to be written; nothing acknowledged is lost."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class Cancelled(CrmError):
    """The person stopped slow work; nothing was kept of it."""


class NothingToUndo(CrmError):
    """No change stands that could be taken back."""


class NothingToRedo(CrmError):
    """No change was undone since the latest one."""


class ImportNotStanding(CrmError):
    """The import was taken back before, or nothing of it is in the journal any more."""

    def __init__(self, run_id: int) -> None:
        super().__init__(str(run_id))
        self.run_id = run_id


class RecordGone(CrmError):
    """The record to be changed is no longer in the book."""

    def __init__(self, kind: str, record_id: int) -> None:
        super().__init__(f"{kind} {record_id}")
        self.kind = kind
        self.record_id = record_id


class SelfTestFailed(CrmError):
    """A step of the self-test did not stand; `step` names it."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


class NoSuchLunarDay(CrmError, ValueError):
    """A lunar day the calendar or our table does not have; `code` says which part is wrong."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code)
        self.code = code
