"""The schema, version by version: the newest for a new file, one small step each for older ones.

`user_version` counts the steps a file is up to. A step is given a connection inside the
one transaction that all missing steps share: either every one of them holds or none.
"""

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import Connection

from crm_desktop import models
from crm_desktop.models import derived

Step = Callable[[Connection], None]


def _newest_schema(connection: Connection) -> None:
    """Make every table as the models have it now, and the memory of the vault, not journalled."""
    models.create_schema(connection)
    connection.exec_driver_sql(
        "CREATE TABLE vault_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"
    )
    connection.exec_driver_sql(derived.ERASE_PAIRS)
    connection.exec_driver_sql(
        "INSERT INTO vault_state (name, value) VALUES ('derived', ?)", (derived.DERIVED_VERSION,)
    )


def _whole_client_file(connection: Connection) -> None:
    """Add what the whole client file keeps: bills that act, photos, trash, lists, greetings."""
    for statement in (_WHOLE_CLIENT_FILE + _LIST_BY_MORE).split(";"):
        connection.exec_driver_sql(statement.strip())


_WHOLE_CLIENT_FILE: Final = """
ALTER TABLE client ADD COLUMN trashed_on DATE;
CREATE INDEX ix_client_trashed_on ON client (trashed_on);
ALTER TABLE phone ADD COLUMN learnt_on DATE;
ALTER TABLE phone ADD COLUMN learnt_from TEXT DEFAULT '' NOT NULL;
ALTER TABLE consent ADD COLUMN kind VARCHAR(24) DEFAULT 'other' NOT NULL;
ALTER TABLE person ADD COLUMN also_client_id INTEGER REFERENCES client (id) ON DELETE SET NULL;
CREATE INDEX ix_person_also_client_id ON person (also_client_id);
ALTER TABLE bill ADD COLUMN sessions INTEGER;
ALTER TABLE bill ADD COLUMN is_treated BOOLEAN DEFAULT 1 NOT NULL;
ALTER TABLE bill ADD COLUMN package_id INTEGER REFERENCES package (id) ON DELETE SET NULL;
ALTER TABLE bill ADD COLUMN deposit_id INTEGER REFERENCES deposit (id) ON DELETE SET NULL;
CREATE INDEX ix_bill_package_id ON bill (package_id);
CREATE INDEX ix_bill_deposit_id ON bill (deposit_id);
ALTER TABLE completed_project ADD COLUMN bill_id INTEGER REFERENCES bill (id) ON DELETE CASCADE;
ALTER TABLE package ADD COLUMN bill_id INTEGER REFERENCES bill (id) ON DELETE CASCADE;
ALTER TABLE deposit ADD COLUMN bill_id INTEGER REFERENCES bill (id) ON DELETE CASCADE;
CREATE INDEX ix_completed_project_bill_id ON completed_project (bill_id);
CREATE INDEX ix_package_bill_id ON package (bill_id);
CREATE INDEX ix_deposit_bill_id ON deposit (bill_id);
ALTER TABLE potential_project ADD COLUMN learnt_on DATE;
ALTER TABLE contact ADD COLUMN about TEXT DEFAULT '' NOT NULL;
ALTER TABLE promise ADD COLUMN made_on DATE;
CREATE TABLE not_same (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    said_on DATE
);
CREATE INDEX ix_not_same_client_id ON not_same (client_id);
CREATE INDEX ix_not_same_other_id ON not_same (other_id);
CREATE TABLE attachment (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    gift_id INTEGER REFERENCES gift (id) ON DELETE SET NULL,
    visit_id INTEGER REFERENCES visit (id) ON DELETE SET NULL,
    kind VARCHAR(24) NOT NULL,
    title TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    blob TEXT NOT NULL,
    content_key TEXT NOT NULL,
    thumbnail TEXT NOT NULL,
    taken_on DATE,
    added_at VARCHAR(40),
    notes TEXT NOT NULL
);
CREATE INDEX ix_attachment_client_id ON attachment (client_id);
CREATE INDEX ix_attachment_gift_id ON attachment (gift_id);
CREATE INDEX ix_attachment_visit_id ON attachment (visit_id);
CREATE TABLE smart_list (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    "query" TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE greeting_template (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    occasion TEXT NOT NULL,
    tier VARCHAR(24),
    text TEXT NOT NULL,
    replaces TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE tombstone (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at VARCHAR(40) NOT NULL,
    marks TEXT NOT NULL
);
CREATE TABLE client_text (
    client_id INTEGER NOT NULL PRIMARY KEY,
    lines TEXT NOT NULL
);
CREATE VIRTUAL TABLE client_pairs USING fts5
(pairs, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO client_pairs (client_pairs, rank) VALUES ('secure-delete', 1)
"""


_LIST_BY_MORE: Final = """;
CREATE INDEX ix_tag_name ON tag (name, client_id);
CREATE INDEX ix_completed_project_project ON completed_project (project, client_id);
CREATE INDEX ix_potential_project_project ON potential_project (project, closed_on, client_id);
ALTER TABLE client_index RENAME TO client_index_before;
CREATE TABLE client_index (
    id INTEGER NOT NULL PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    called TEXT NOT NULL,
    phone TEXT NOT NULL,
    wechat TEXT NOT NULL,
    tier VARCHAR(24),
    vip BOOLEAN NOT NULL,
    sort_key TEXT NOT NULL,
    tier_rank INTEGER NOT NULL,
    is_big BOOLEAN NOT NULL,
    is_archived BOOLEAN NOT NULL,
    is_quiet BOOLEAN NOT NULL,
    children_count INTEGER NOT NULL,
    last_visit TEXT NOT NULL,
    paid_total INTEGER NOT NULL,
    owner TEXT NOT NULL,
    source TEXT NOT NULL,
    occupation TEXT NOT NULL,
    first_contact TEXT NOT NULL,
    tags TEXT NOT NULL,
    sessions_left INTEGER NOT NULL,
    traits INTEGER NOT NULL
);
INSERT INTO client_index SELECT id, name, called, phone, wechat, tier, vip, sort_key, tier_rank,
    is_big, is_archived, is_quiet, children_count, last_visit, paid_total, '', '', '', '', '', 0, 0
    FROM client_index_before;
DROP TABLE client_index_before;
CREATE INDEX ix_client_index_name
    ON client_index (is_archived, sort_key, id, tier_rank, is_big, traits);
CREATE INDEX ix_client_index_tier
    ON client_index (is_archived, tier_rank, sort_key, id, is_big, traits);
CREATE INDEX ix_client_index_visit
    ON client_index (is_archived, last_visit, id, tier_rank, is_big, traits);
CREATE INDEX ix_client_index_paid
    ON client_index (is_archived, paid_total, id, tier_rank, is_big, traits);
CREATE INDEX ix_client_index_owner ON client_index (owner, id);
CREATE INDEX ix_client_index_source ON client_index (source, id)
"""
"""What stands in the new columns is made from the rows when the book is opened."""


def _days_of_every_kind(connection: Connection) -> None:
    """Let reminders come from more than dates; suppliers, festivals, gifts step by step."""
    for statement in _DAYS_OF_EVERY_KIND.split(";"):
        connection.exec_driver_sql(statement.strip())


_DAYS_OF_EVERY_KIND: Final = """
ALTER TABLE reminder RENAME TO reminder_before;
DROP INDEX ix_reminder_occurs_on;
DROP INDEX ix_reminder_client_id;
CREATE TABLE reminder (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER REFERENCES client (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    source_id INTEGER NOT NULL,
    occurs_on DATE NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    snoozed_until VARCHAR(40),
    shown_at VARCHAR(40),
    changed_at VARCHAR(40) NOT NULL,
    UNIQUE (source, source_id, occurs_on, stage)
);
INSERT INTO reminder SELECT id, client_id, 'date', date_id, occurs_on, stage, state, snoozed_until,
    shown_at, changed_at FROM reminder_before;
DELETE FROM sqlite_sequence WHERE name = 'reminder';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'reminder', seq FROM sqlite_sequence WHERE name = 'reminder_before';
DROP TABLE reminder_before;
CREATE INDEX ix_reminder_client_id ON reminder (client_id);
CREATE INDEX ix_reminder_occurs_on ON reminder (occurs_on);
CREATE INDEX ix_reminder_state ON reminder (state, snoozed_until);
UPDATE change_entry SET
    before = json_remove(json_set(before, '$.source', 'date', '$.source_id',
        json_extract(before, '$.date_id')), '$.date_id'),
    after = json_remove(json_set(after, '$.source', 'date', '$.source_id',
        json_extract(after, '$.date_id')), '$.date_id')
    WHERE table_name = 'reminder';
CREATE TABLE supplier (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    trade TEXT NOT NULL,
    phone TEXT NOT NULL,
    wechat TEXT NOT NULL,
    notes TEXT NOT NULL,
    position INTEGER NOT NULL
);
ALTER TABLE gift ADD COLUMN supplier_id INTEGER REFERENCES supplier (id) ON DELETE SET NULL;
ALTER TABLE gift ADD COLUMN confirmed_on DATE;
ALTER TABLE gift ADD COLUMN notes TEXT DEFAULT '' NOT NULL;
CREATE INDEX ix_gift_supplier_id ON gift (supplier_id);
ALTER TABLE contact ADD COLUMN date_id INTEGER REFERENCES client_date (id) ON DELETE SET NULL;
ALTER TABLE contact ADD COLUMN occasion_on DATE;
CREATE INDEX ix_contact_date_id ON contact (date_id);
CREATE INDEX ix_contact_next_on ON contact (next_on);
CREATE INDEX ix_visit_next_on ON visit (next_on);
CREATE INDEX ix_promise_due_on ON promise (due_on);
CREATE INDEX ix_points_entry_expires_on ON points_entry (expires_on);
CREATE TABLE festival_mark (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    festival TEXT NOT NULL,
    "on" DATE NOT NULL,
    outcome VARCHAR(24) NOT NULL,
    at VARCHAR(40),
    contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL
);
CREATE INDEX ix_festival_mark_client ON festival_mark (client_id, festival, "on");
CREATE INDEX ix_festival_mark_festival ON festival_mark (festival, "on");
CREATE INDEX ix_festival_mark_contact_id ON festival_mark (contact_id);
CREATE INDEX ix_date_bucket_year ON date_bucket (year, kind, person_id)
"""
"""What undo of older changes writes back names the columns as they are called now, and no new
row takes the number of one it brings back."""


def _exchange_both_ways(connection: Connection) -> None:
    """Keep what each counterpart last had, what came in, how lists are read, what went for what."""
    for statement in _EXCHANGE_BOTH_WAYS.split(";"):
        connection.exec_driver_sql(statement.strip())


_EXCHANGE_BOTH_WAYS: Final = """
ALTER TABLE export ADD COLUMN recipient_name TEXT DEFAULT '' NOT NULL;
ALTER TABLE export ADD COLUMN purpose TEXT DEFAULT '' NOT NULL;
CREATE TABLE counterpart (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
);
CREATE TABLE sync_base (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    counterpart_id INTEGER NOT NULL REFERENCES counterpart (id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (counterpart_id, client_id, part)
);
CREATE INDEX ix_sync_base_client_id ON sync_base (client_id);
CREATE TABLE sync_content (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    text TEXT NOT NULL,
    "on" DATE NOT NULL,
    UNIQUE (client_id, hash)
);
CREATE TABLE import_run (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at VARCHAR(40) NOT NULL,
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    profile TEXT NOT NULL,
    digest TEXT NOT NULL,
    file_at VARCHAR(40),
    counterpart_id INTEGER REFERENCES counterpart (id) ON DELETE SET NULL,
    change_id INTEGER REFERENCES change (id) ON DELETE SET NULL,
    back_id INTEGER REFERENCES change (id) ON DELETE SET NULL,
    details TEXT NOT NULL
);
CREATE INDEX ix_import_run_digest ON import_run (digest);
CREATE INDEX ix_import_run_counterpart_id ON import_run (counterpart_id);
CREATE INDEX ix_import_run_change_id ON import_run (change_id);
CREATE INDEX ix_import_run_back_id ON import_run (back_id);
CREATE TABLE import_profile (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    rules TEXT NOT NULL,
    UNIQUE (name)
)
"""


def _gifts_of_festivals(connection: Connection) -> None:
    """Let a tick in the list of a festival name the gift it left."""
    for statement in _GIFTS_OF_FESTIVALS.split(";"):
        connection.exec_driver_sql(statement.strip())


_GIFTS_OF_FESTIVALS: Final = """
ALTER TABLE festival_mark ADD COLUMN gift_id INTEGER REFERENCES gift (id) ON DELETE SET NULL;
CREATE INDEX ix_festival_mark_gift_id ON festival_mark (gift_id)
"""


def _open_follow_ups(connection: Connection) -> None:
    """Keep the next days that are open in a table of their own; find the leads of single dates."""
    for statement in _OPEN_FOLLOW_UPS.split(";"):
        connection.exec_driver_sql(statement.strip())
    for trigger in derived.follow_up_triggers():
        connection.exec_driver_sql(trigger)


_OPEN_FOLLOW_UPS: Final = """
CREATE TABLE open_follow_up (
    source TEXT NOT NULL,
    "on" TEXT NOT NULL,
    source_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    PRIMARY KEY (source, "on", source_id)
) WITHOUT ROWID;
CREATE INDEX ix_open_follow_up_client_id ON open_follow_up (client_id);
INSERT INTO open_follow_up SELECT 'talk', f.next_on, f.id, f.client_id FROM contact f
 WHERE f.next_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit v
 WHERE v.client_id = f.client_id AND v."on" >= f.next_on AND v."on" > f."on")
 AND NOT EXISTS (SELECT 1 FROM contact l WHERE l.client_id = f.client_id
 AND l."on" >= f.next_on AND (l."on", l.id) > (f."on", f.id) AND l.about NOT LIKE 'greeting.%');
INSERT INTO open_follow_up SELECT 'visit', f.next_on, f.id, f.client_id FROM visit f
 WHERE f.next_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM visit v
 WHERE v.client_id = f.client_id AND v."on" >= f.next_on AND v."on" > f."on")
 AND NOT EXISTS (SELECT 1 FROM contact l WHERE l.client_id = f.client_id
 AND l."on" >= f.next_on AND l."on" >= f."on" AND l.about NOT LIKE 'greeting.%');
CREATE INDEX ix_client_date_lead_days ON client_date (lead_days) WHERE lead_days IS NOT NULL
"""


STEPS: tuple[Step, ...] = (
    _newest_schema,
    _whole_client_file,
    _days_of_every_kind,
    _exchange_both_ways,
    _gifts_of_festivals,
    _open_follow_ups,
)
"""The first makes a new file, the n-th leads a file of version n - 1 on; all but the first stand
for ever. `tests/test_kept_books.py` holds that both ways end in the same schema."""


def version(connection: Connection) -> int:
    """Return how many steps the file has taken; 0 is an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Make a new file, or take every missing step, inside the transaction of `connection`.

    Foreign keys are put off to the commit, so that a step may rebuild a table.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    taken = version(connection)
    for step in steps[taken:] if taken else steps[:1]:
        step(connection)
    if 0 < taken < len(steps):
        models.renew_triggers(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={len(steps)}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"a migration left {len(broken)} rows without their parent")
