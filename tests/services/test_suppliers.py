"""Suppliers on a real book: kept, put in order, taken out, and the gifts that came from them."""

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import RecordGone, SupplierUnnamed
from crm_desktop.domain.records import Gift, Supplier
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.suppliers import Suppliers
from tests import builders


@pytest.fixture
def suppliers(book_database: Database, journal: Journal) -> Suppliers:
    """Return three suppliers, named in the order they were added."""
    made = Suppliers(book_database, journal)
    for name in ("半山花店", "麦香蛋糕", "栖木香薰"):
        made.save(Supplier(name=f" {name} "))
    return made


def names(suppliers: Suppliers) -> list[str]:
    return [one.name for one in suppliers.list()]


def order_from(journal: Journal, supplier_id: int) -> None:
    with journal.change("gift.add") as work:
        client_id = put(work.session, builders.client())
        put(work.session, Gift(client_id=client_id, item="百合", supplier_id=supplier_id))


def test_they_stand_in_her_order_and_who_was_used_comes_first(
    journal: Journal, suppliers: Suppliers
) -> None:
    added = names(suppliers)
    suppliers.arrange([3, 1])
    arranged = names(suppliers)
    order_from(journal, 2)

    assert added == ["半山花店", "麦香蛋糕", "栖木香薰"]
    assert arranged == ["栖木香薰", "半山花店", "麦香蛋糕"]
    assert names(suppliers) == ["麦香蛋糕", "栖木香薰", "半山花店"]
    assert [one.id for one in suppliers.list(used_first=False)] == [3, 1, 2]


def test_a_supplier_taken_out_leaves_its_gifts_and_comes_back_with_them(
    book_database: Database, journal: Journal, suppliers: Suppliers
) -> None:
    order_from(journal, 1)

    def sources() -> list[int | None]:
        with book_database.read() as session:
            return [gift.supplier_id for gift in fetch(session, Gift)]

    change = suppliers.remove(1)
    without = sources()
    journal.undo()

    assert (change.subject, without, sources()) == ("半山花店", [None], [1])


def test_a_supplier_needs_a_name(suppliers: Suppliers) -> None:
    with pytest.raises(SupplierUnnamed):
        suppliers.save(Supplier(name="  ", phone="13800000000"))

    assert len(names(suppliers)) == 3


def test_who_is_gone_can_neither_be_saved_nor_arranged(suppliers: Suppliers) -> None:
    suppliers.remove(2)

    with pytest.raises(RecordGone):
        suppliers.save(Supplier(id=2, name="麦香"))
    with pytest.raises(RecordGone):
        suppliers.arrange([2, 1])
