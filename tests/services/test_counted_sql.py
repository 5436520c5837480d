"""What she paid is the same whether Python or the database adds it up."""

import sqlite3  # noqa: TID251 - in memory: no file is touched

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.base_facts import counted_sql, paid
from crm_desktop.domain.records import Bill, BillKind

BILLS = st.lists(
    st.builds(Bill, kind=st.sampled_from(BillKind), paid=st.integers(-(10**9), 10**9)), max_size=20
)


@given(BILLS)
def test_sql_and_python_agree_on_what_counts(bills: list[Bill]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE bill (kind TEXT, paid INTEGER)")
    database.executemany(
        "INSERT INTO bill VALUES (?, ?)", [(bill.kind.value, bill.paid) for bill in bills]
    )

    (added,) = database.execute(
        f"SELECT coalesce(sum({counted_sql()}), 0) FROM bill"  # noqa: S608 - our own text
    ).fetchone()
    database.close()

    assert added == paid(bills)
