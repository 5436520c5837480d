"""`check` says what will remind, what did, and why not; `due` tells every source."""

import datetime as dt

import pytest
from sqlalchemy import text

from crm_desktop.domain.records import Client, ClientDate, Contact, Promise
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from tests.shells import CHINESE, Shell
from tests.ui.desks import RESOURCES
from tests.vaults import CHEAP, PASSPHRASE, MemoryKeychain


def test_a_client_is_told_line_by_line(spoken: Shell) -> None:
    told = spoken.done("check", "云清欢").splitlines()

    assert told[0] == "云清欢"
    # Her birthday, the wedding, her husband's by the lunar calendar.
    assert len(told) == 4
    assert all((CHINESE.search(line.split("\t")[2]) is not None) for line in told[1:]) is (
        spoken.language == "zh_CN"
    )


def test_the_document_says_when_each_pops_up(shell: Shell) -> None:
    found = shell.json("check", "云清欢")

    assert found["client"]["name"] == "云清欢"
    assert found["stopped"] is None
    by_day = {line["date"]: line for line in found["lines"]}
    own = by_day["1990-11-24"]
    assert (own["next_on"], own["why"], own["source"]) == ("2026-11-24", None, "date")
    assert [(one["at"][:16], one["stage"]) for one in own["raises"]] == [
        ("2026-11-22T09:00", "prepare"),
        ("2026-11-24T09:00", "day"),
    ]


def test_the_whole_book_is_counted_and_what_is_missing_listed(shell: Shell) -> None:
    found = shell.json("check")

    assert (found["reminded"], found["put_aside"], found["lost"]) == (3, {}, [])
    assert found["silent"] == []
    assert found["clock"] is None
    assert all(at[:10] <= "2026-12-06" for at in found["ahead"])


def test_nobody_of_that_name_is_said(spoken: Shell) -> None:
    assert "没有的人" in spoken.done("check", "没有的人")


def test_what_she_set_a_day_for_is_due_and_checked(shell: Shell) -> None:
    vault = Vault(shell.book, shell.clock, MemoryKeychain(), CHEAP)
    opened = vault.unlock(PASSPHRASE)
    book = open_book(opened, shell.clock, RESOURCES)
    client_id = book.clients.search("云清欢", 1)[0].id
    today = shell.clock.now().date()
    book.clients.put(Promise(client_id=client_id, what="带样品", due_on=today))
    talk = Contact(client_id=client_id, on=today - dt.timedelta(days=3), next_on=today)
    book.clients.put(talk)
    book.clients.add(Client(name="云无期"), (), (ClientDate(month=3, day=1, is_ended=True),))
    vault.lock(opened)

    due = shell.json("due")
    checked = shell.json("check", "云清欢")

    assert {"promise", "follow_up"} <= {one["kind"] for one in due}
    assert {"promise", "talk"} <= {line["source"] for line in checked["lines"]}
    assert [gap["why"] for gap in shell.json("check")["silent"]] == ["ended"]
    assert len(shell.done("due").splitlines()) == len(due)


def test_entries_that_cannot_be_read_are_told_by_name(spoken: Shell) -> None:
    vault = Vault(spoken.book, spoken.clock, MemoryKeychain(), CHEAP)
    opened = vault.unlock(PASSPHRASE)
    book = open_book(opened, spoken.clock, RESOURCES)
    hers = book.clients.search("云清欢", 1)[0].id
    with book.journal.change("spoil") as work:
        broken = (
            "UPDATE client_date SET kind = 'nameday' WHERE person_id IS NULL AND client_id = :id"
        )
        work.session.execute(text(broken), {"id": hers})
    vault.lock(opened)

    whole = spoken.done("check").splitlines()
    of_her = spoken.done("check", "云清欢").splitlines()

    told = [line.split("\t")[1] for line in whole if line.startswith("云清欢\t")]
    assert of_her[1] in told
    assert "2" in of_her[1]


@pytest.mark.parametrize("arguments", [("check",), ("check", "云"), ("check", "--json")])
def test_checking_changes_nothing(shell: Shell, arguments: tuple[str, ...]) -> None:
    before = shell.everything()

    shell.done(*arguments)

    assert shell.everything()["clients"] == before["clients"]
