"""Every field of every record can be edited on the client page, and is named in its history."""

import dataclasses

import pytest

from crm_desktop.domain.records import Bill, Client, ClientDate, Gift
from crm_desktop.services.records import Record, table_of
from crm_desktop.ui.client import story
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.profile_facts import OF_CLIENT


@pytest.mark.parametrize("kind", list(SPECS))
def test_every_field_of_a_record_can_be_edited(kind: type[Record]) -> None:
    parts = {"calendar", "year", "month", "day", "leap"} if kind is ClientDate else set()
    out_of_sight = {
        "id",
        "client_id",
        "bill_id",
        "about",
        "date_id",
        "occasion_on",
        "visit_id",
        "activity_id",
        "lot_id",
        "created_at",
    }
    fields = {field.name for field in dataclasses.fields(kind)} - out_of_sight - parts
    own = {"person_id"} if kind is ClientDate else set()
    # What a line draws on is picked as its way when the visit is noted.
    own |= {"package_id", "deposit_id"} if kind is Bill else set()
    # Told in words under the fields, and written by the button there; picked where it is ordered.
    own |= {"overruled", "supplier_id"} if kind is Gift else set()

    assert fields - own <= {spec.name for spec in SPECS[kind]}


def test_every_field_of_the_client_can_be_edited() -> None:
    by_menu = {"do_not_contact", "archived_on", "deceased_on", "trashed_on"}
    own = {"id", "uid", "created_at", "updated_at"}
    fields = {field.name for field in dataclasses.fields(Client)} - by_menu - own

    assert fields == {spec.name for spec in OF_CLIENT}


@pytest.mark.parametrize("kind", [Client, *SPECS])
def test_the_history_knows_the_table_of_each_kind(kind: type[Record]) -> None:
    assert table_of(kind).name in story._BY_TABLE
