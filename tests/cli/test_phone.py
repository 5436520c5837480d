"""Commands for the phone: calendar and contacts out, contacts in."""

import pytest

from crm_desktop.cli.arguments import PHONE_NAMES, PHONE_YEARS
from crm_desktop.domain.phone_days import MOST_YEARS, NamesAs
from tests.phone.calendars import events_of
from tests.shells import Shell
from tests.vaults import PASSPHRASE


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ((), "云**"),
        (("--names", "full"), "云清欢"),
    ],
)
def test_a_calendar_is_written_by_initials_unless_said(
    shell: Shell, more: tuple[str, ...], first: str
) -> None:
    path = shell.folder / "days.ics"

    told = shell.done("export", str(path), "--years", "1", *more)

    events = events_of(path.read_bytes())
    assert "3 clients" in told
    assert len(events) == 5
    assert {str(event["SUMMARY"])[: len(first)] for event in events} >= {first}


def test_contacts_go_out_and_come_in_again_unchanged(shell: Shell) -> None:
    path = shell.folder / "contacts.vcf"
    shell.done("export", str(path), "--all")

    report = shell.json("import", str(path), "--as", "vcard")

    assert (report["kind"], report["sheets"]) == ("vcard", [])
    assert (report["rows"], report["same"], report["new"]) == (3, 3, 0)


def test_strangers_are_passed_over_where_she_says_so(shell: Shell) -> None:
    path = shell.folder / "contacts.vcf"
    path.write_text("BEGIN:VCARD\nFN:云小小\nTEL:15400000099\nEND:VCARD\n", encoding="utf-8")

    report = shell.json("import", str(path), "--known-only")

    assert (report["skipped"], report["new"], report["undo_id"]) == (1, 0, None)


def test_the_choices_of_the_commands_are_those_of_the_book() -> None:
    assert (tuple(NamesAs), MOST_YEARS) == (PHONE_NAMES, PHONE_YEARS)


def test_a_contact_with_a_problem_is_told_by_file_and_number(shell: Shell) -> None:
    path = shell.folder / "contacts.vcf"
    path.write_text("BEGIN:VCARD\nFN:云小小\nBDAY:1990-02-30\nEND:VCARD\n", encoding="utf-8")

    told = shell.done("import", str(path), "--dry-run")

    assert told.startswith("contacts.vcf!1\tbirthday\t")


@pytest.mark.parametrize("name", ["a.ics", "a.vcf", "a.json"])
def test_a_file_that_cannot_have_a_password_is_not_written(shell: Shell, name: str) -> None:
    told = shell.told(
        "export", str(shell.folder / name), "--password-stdin", lines=(PASSPHRASE, "quiet-heron")
    )

    assert name in told
    assert not (shell.folder / name).exists()


def test_a_list_is_not_taken_for_contacts(shell: Shell) -> None:
    path = shell.folder / "list.csv"
    path.write_text("姓名,手机\n云小小,15400000099\n", encoding="utf-8")

    told = shell.told("import", str(path), "--as", "vcard")

    assert "list.csv" in told
