"""Suppliers: the florist, the cake shop, and what is to be known when ordering there."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select

from crm_desktop.database import Database
from crm_desktop.domain.errors import SupplierUnnamed
from crm_desktop.domain.records import Change, Gift, Supplier
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove, table_of


class Suppliers:
    """The suppliers of one open book, shared by all clients."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def list(self, *, used_first: bool = True) -> tuple[Supplier, ...]:
        """Return everyone she orders from in her order, who was used before first if wished."""
        gift, table = table_of(Gift).c, table_of(Supplier).c
        used = select(gift.id).where(gift.supplier_id == table.id).exists()
        order = [used.desc(), table.position] if used_first else [table.position]
        with self._database.read() as session:
            return tuple(fetch(session, Supplier, order=order))

    def save(self, supplier: Supplier) -> Change:
        """Write a supplier, new at the end, or edited in place.

        Raises:
            SupplierUnnamed: It has no name to be found by.
            RecordGone: It is no longer in the book.
        """
        name = supplier.name.strip()
        if not name:
            raise SupplierUnnamed
        verb = "edit" if supplier.id else "add"
        with self._journal.change(f"supplier.{verb}", name) as work:
            if not supplier.id:
                last = work.session.scalar(select(func.max(table_of(Supplier).c.position)))
                supplier = replace(supplier, position=0 if last is None else last + 1)
            put(work.session, replace(supplier, name=name))
        return work.change

    def remove(self, supplier_id: int) -> Change:
        """Take a supplier out; gifts that came from there stay.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("supplier.remove") as work:
            work.about(get(work.session, Supplier, supplier_id).name)
            remove(work.session, Supplier, supplier_id)
        return work.change

    def arrange(self, ids: Sequence[int]) -> Change:
        """Put the suppliers in this order; those not named follow as they stood.

        Raises:
            RecordGone: One of them is no longer in the book.
        """
        with self._journal.change("supplier.arrange") as work:
            table = table_of(Supplier).c
            known = {one.id: one for one in fetch(work.session, Supplier, order=[table.position])}
            named = [get(work.session, Supplier, each) for each in dict.fromkeys(ids)]
            rest = [one for one in known.values() if one.id not in set(ids)]
            for position, one in enumerate([*named, *rest]):
                if one.position != position:
                    put(work.session, replace(one, position=position))
        return work.change
