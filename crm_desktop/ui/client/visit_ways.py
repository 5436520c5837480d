"""Ways: how a line of a visit was paid, as she says it, with what of hers it may draw on."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.base_facts import stored_value_left
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState, Package
from crm_desktop.domain.treated import is_same_project
from crm_desktop.ui.text import money
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a line does; `source` is the package or the deposit it draws on."""

    kind: BillKind = BillKind.PAYMENT
    is_treated: bool = True
    has_sessions: bool = False
    source: Package | Deposit | None = None

    @property
    def is_free(self) -> bool:
        """Whether nothing is paid by such a line."""
        return self.kind is BillKind.SESSION

    def bill(self, line: Bill) -> Bill:
        """Return a line of this way, with the project of what it draws on."""
        line = replace(line, kind=self.kind, is_treated=self.is_treated)
        line = replace(line, sessions=line.sessions if self.has_sessions else None)
        if isinstance(self.source, Package):
            line = replace(line, package_id=self.source.id)
        elif isinstance(self.source, Deposit):
            line = replace(line, deposit_id=self.source.id)
        return line


TREATED: Final = Way()
LATER: Final = Way(is_treated=False)
PACKAGE: Final = Way(has_sessions=True)

_TREATED: Final = QT_TRANSLATE_NOOP("Ways", "Paid and treated")
_LATER: Final = QT_TRANSLATE_NOOP("Ways", "Paid, to be treated later")
_PACKAGE: Final = QT_TRANSLATE_NOOP("Ways", "Package bought")
_SESSION: Final = QT_TRANSLATE_NOOP("Ways", "Session of {project} ({left} left)")
_FROM_DEPOSIT: Final = QT_TRANSLATE_NOOP("Ways", "Deposit of {sum} used: {project}")
_FROM_STORED: Final = QT_TRANSLATE_NOOP("Ways", "From stored value ({sum} left)")
_STORED: Final = QT_TRANSLATE_NOOP("Ways", "Stored value added")
_DEPOSIT: Final = QT_TRANSLATE_NOOP("Ways", "Deposit taken")
_BACK: Final = QT_TRANSLATE_NOOP("Ways", "Refund")
_PACKAGE_BACK: Final = QT_TRANSLATE_NOOP("Ways", "Refund of sessions: {project}")
_DEPOSIT_BACK: Final = QT_TRANSLATE_NOOP("Ways", "Refund of {sum}: {project}")
_STORED_BACK: Final = QT_TRANSLATE_NOOP("Ways", "Stored value given back")


def ways(folder: ClientFolder) -> list[tuple[Way, str]]:
    """Return every way a line may go for this client; what draws on something hers early."""
    left = stored_value_left(folder.bills)
    packages = [package for package in folder.packages if package.left > 0]
    open_ = [each for each in folder.deposits if each.state is DepositState.DEPOSIT]
    ahead = [each for each in folder.deposits if each.state is DepositState.PAID_UNTREATED]
    found = [(TREATED, _say(_TREATED)), (LATER, _say(_LATER)), (PACKAGE, _say(_PACKAGE))]
    found += [(_of(BillKind.SESSION, each), _told(_SESSION, each)) for each in packages]
    found += [(_of(BillKind.FROM_DEPOSIT, each), _told(_FROM_DEPOSIT, each)) for each in open_]
    if left > 0:
        found.append((Way(kind=BillKind.FROM_STORED_VALUE), _say(_FROM_STORED, sum=money(left))))
    found.append((Way(kind=BillKind.DEPOSIT), _say(_DEPOSIT)))
    found.append((Way(kind=BillKind.STORED_VALUE), _say(_STORED)))
    found.append((Way(kind=BillKind.REFUND), _say(_BACK)))
    found += [(_of(BillKind.REFUND, each), _told(_PACKAGE_BACK, each)) for each in packages]
    found += [(_of(BillKind.REFUND, each), _told(_DEPOSIT_BACK, each)) for each in open_ + ahead]
    if left > 0:
        found.append((Way(kind=BillKind.STORED_VALUE_REFUND), _say(_STORED_BACK)))
    return found


def session_of(project: str, offered: list[tuple[Way, str]]) -> Way | None:
    """Return the way that uses a session of a package of this project, None without one."""
    for way, _ in offered:
        source = way.source
        if way.kind is BillKind.SESSION and source and is_same_project(source.project, project):
            return way
    return None


def _of(kind: BillKind, source: Package | Deposit) -> Way:
    return Way(kind=kind, source=source)


def _told(pattern: str, source: Package | Deposit) -> str:
    if isinstance(source, Package):
        return _say(pattern, project=source.project, left=source.left)
    return _say(pattern, project=source.project, sum=money(source.amount))


def _say(pattern: str, **facts: object) -> str:
    return QCoreApplication.translate("Ways", pattern).format(**facts)
