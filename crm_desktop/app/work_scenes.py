"""Scenes of the workbench: a child's birthday nobody must spoil, and a client's own."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from crm_desktop.app.office import Office
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.domain.occasions import Kind, Occasion, Stage, What
from crm_desktop.domain.records import Supplier


def at_work(office: Office) -> Iterator[Scene]:
    """Order the cake of a child, confirm it, stand before the call; all of it is taken back."""
    window, wanted = office.window, office.desk.routes.workbench_wanted
    own, child = _days(office)
    if own is not None:
        wanted.emit(own)
        yield WAIT, window
        yield "workbench_own", window
    if child is not None:
        wanted.emit(child)
        yield WAIT, window
        yield "workbench_child", window
        done = _order(office, child)
        yield WAIT, window
        yield "workbench_call", window
        for _ in range(done):
            office.desk.edits.changed.emit(office.book.journal.undo())


def _days(office: Office) -> tuple[Occasion | None, Occasion | None]:
    """Return a big client's own birthday, and one of a child in a home where not all know."""
    due = office.book.reminders.due(office.book.clock.now())
    days = [one for one in due if one.stage is Stage.PREPARE and one.occasion.kind is Kind.BIRTHDAY]
    own = next((one.occasion for one in days if one.occasion.person_id is None), None)
    cakes = [one.occasion for one in days if one.what is What.CAKE]
    child = next((one for one in cakes if one.unaware), next(iter(cakes), None))
    return own, child


def _order(office: Office, occasion: Occasion) -> int:
    """Order and confirm; return how many changes that was."""
    translate = QCoreApplication.translate
    book, now = office.book, office.book.clock.now()
    trade = translate("Scenes", "Cakes")
    shop = Supplier(name=translate("Scenes", "Wheatfield Cakes"), trade=trade, phone="15400002201")
    book.suppliers.save(shop)
    bench = book.workbench.look(occasion, now.date(), office.desk.look.speaks.value)
    gift = replace(
        bench.planned(now.date()),
        item=translate("Scenes", "Strawberry cake"),
        cost=29_800,
        supplier_id=bench.suppliers[-1].id,
    )
    book.workbench.order(bench.reminder(Stage.PREPARE), gift, now)
    change = book.workbench.confirm(bench.reminder(Stage.CONFIRM), now)
    office.desk.edits.changed.emit(change)
    return 3
