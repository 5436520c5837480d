"""The vault as the window and the shell use it, on real encrypted files."""

import datetime as dt
import json
import pathlib

import pytest

from crm_desktop.domain.errors import (
    BookExists,
    BookMissing,
    CrmError,
    DamagedPart,
    DatabaseDamaged,
    KeychainRefused,
    MustWait,
    PassphraseTooWeak,
    RecoveryCodeMistyped,
    SlotsDamaged,
    WrongPassphrase,
    WrongRecoveryCode,
)
from crm_desktop.files import replace_file
from crm_desktop.paths import BookFolder
from crm_desktop.security import recovery, slot_store
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.vaults import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    MemoryKeychain,
    copy_live,
    mark,
    marks,
    vault,
)

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def here(tmp_path: pathlib.Path, clock: FixedClock) -> Vault:
    return vault(tmp_path / "book", clock)


def test_a_new_book_opens_again_by_passphrase_and_by_code(here: Vault) -> None:
    assert not here.exists()
    new = here.create(PASSPHRASE)
    mark(new.book, "lily")
    here.lock(new.book)

    by_passphrase = here.unlock(PASSPHRASE)
    found = marks(by_passphrase)
    here.lock(by_passphrase)
    by_code = here.unlock_with_code(new.code.replace("-", " "))

    assert here.exists()
    assert found == marks(by_code) == ["lily"]
    here.lock(by_code)


def test_locking_wipes_the_keys(here: Vault) -> None:
    book = here.create(PASSPHRASE).book

    here.lock(book)

    assert book.keys.is_wiped
    assert not book.database.is_open


def test_the_folder_is_private_and_holds_no_plain_text(here: Vault) -> None:
    new = here.create(PASSPHRASE)
    mark(new.book, "王小明 13800138000")
    here.lock(new.book)

    everything = b"".join(
        path.read_bytes() for path in here.folder.path.rglob("*") if path.is_file()
    )

    assert here.folder.path.stat().st_mode & 0o077 == 0
    for canary in ("王小明", "13800138000", PASSPHRASE, new.code, "vault_state"):
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert canary.encode(encoding) not in everything
    assert b'"iterations"' in everything


def test_a_weak_passphrase_makes_nothing(here: Vault) -> None:
    with pytest.raises(PassphraseTooWeak):
        here.create("wangxiaoming1990")

    assert not here.folder.path.exists()


def test_a_book_is_not_made_over_a_book(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    before = here.folder.slots.read_bytes()

    with pytest.raises(BookExists):
        here.create(OTHER_PASSPHRASE)

    assert here.folder.slots.read_bytes() == before


def test_a_database_whose_keys_are_lost_is_set_aside_not_overwritten(here: Vault) -> None:
    here.folder.prepare()
    here.folder.database(1).write_bytes(b"of an earlier time")

    here.lock(here.create(PASSPHRASE).book)

    aside = here.folder.path / "lost-vault-1.db"
    assert aside.read_bytes() == b"of an earlier time"


def test_wrong_tries_wait_and_the_right_passphrase_ends_it(here: Vault, clock: FixedClock) -> None:
    here.lock(here.create(PASSPHRASE).book)

    with pytest.raises(WrongPassphrase) as wrong:
        here.unlock(OTHER_PASSPHRASE)
    with pytest.raises(MustWait) as waiting:
        vault(here.folder.path, clock).unlock(PASSPHRASE)
    clock.advance(dt.timedelta(seconds=5))
    here.lock(here.unlock(PASSPHRASE))

    assert (wrong.value.wait, waiting.value.seconds) == (5, 5)
    assert here.seconds_to_wait() == 0


def test_a_wrong_code_waits_and_a_mistyped_one_does_not_count(here: Vault) -> None:
    new = here.create(PASSPHRASE)
    here.lock(new.book)

    with pytest.raises(RecoveryCodeMistyped):
        here.unlock_with_code(new.code[:-1])
    with pytest.raises(WrongRecoveryCode) as wrong:
        here.unlock_with_code(recovery.new_code())

    assert wrong.value.wait == 5


def test_after_a_change_only_the_new_passphrase_opens(here: Vault, clock: FixedClock) -> None:
    new = here.create(PASSPHRASE)
    here.change_passphrase(new.book, OTHER_PASSPHRASE)
    here.lock(new.book)

    with pytest.raises(WrongPassphrase):
        here.unlock(PASSPHRASE)
    clock.advance(dt.timedelta(minutes=1))
    book = here.unlock(OTHER_PASSPHRASE)

    assert here.folder.slots.read_bytes() == here.folder.previous_slots.read_bytes()
    here.lock(book)


def test_a_new_code_replaces_the_old_one(here: Vault, clock: FixedClock) -> None:
    new = here.create(PASSPHRASE)
    code = here.new_recovery_code(new.book)
    here.lock(new.book)

    with pytest.raises(WrongRecoveryCode):
        here.unlock_with_code(new.code)
    clock.advance(dt.timedelta(minutes=1))
    here.lock(here.unlock_with_code(code))


def test_this_computer_opens_the_book_until_it_is_forgotten(
    tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    chain = MemoryKeychain()
    here = Vault(BookFolder(path=tmp_path), clock, chain, CHEAP)
    book = here.create(PASSPHRASE).book

    before = here.unlock_on_this_computer()
    here.allow_this_computer(book)
    here.lock(book)
    opened = here.unlock_on_this_computer()
    assert opened is not None
    allowed = here.opens_on_this_computer()
    here.forget_this_computer(opened)
    here.lock(opened)

    assert before is None
    assert allowed
    assert chain.secrets == {}
    assert not here.opens_on_this_computer()
    assert here.unlock_on_this_computer() is None


def test_a_secret_of_another_time_in_the_keychain_means_the_passphrase(
    tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    chain = MemoryKeychain()
    here = Vault(BookFolder(path=tmp_path), clock, chain, CHEAP)
    book = here.create(PASSPHRASE).book
    here.allow_this_computer(book)
    here.lock(book)

    chain.secrets = dict.fromkeys(chain.secrets, bytes(32))

    assert here.unlock_on_this_computer() is None


def test_a_keychain_that_refuses_changes_nothing(
    tmp_path: pathlib.Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = MemoryKeychain()
    here = Vault(BookFolder(path=tmp_path), clock, chain, CHEAP)
    book = here.create(PASSPHRASE).book
    monkeypatch.setattr(chain, "set", lambda *_: False)

    with pytest.raises(KeychainRefused):
        here.allow_this_computer(book)

    assert not here.opens_on_this_computer()
    here.lock(book)


def test_rotation_changes_every_key_and_keeps_every_word(here: Vault) -> None:
    old = here.create(PASSPHRASE)
    mark(old.book, "lily")
    secret = bytes(old.book.keys.secret)

    new = here.rotate(old.book, OTHER_PASSPHRASE)

    assert marks(new.book) == ["lily"]
    assert bytes(new.book.keys.secret) != secret
    assert new.code != old.code
    assert here.folder.databases() == [here.folder.database(2)]
    assert not old.book.database.is_open
    here.lock(new.book)
    with pytest.raises(WrongPassphrase):
        here.unlock(PASSPHRASE)


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
@pytest.mark.parametrize("rotating", [False, True], ids=["change", "rotation"])
def test_a_change_broken_off_anywhere_leaves_one_passphrase_that_opens(
    here: Vault,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    rotating: bool,  # noqa: FBT001 - a parameter of the table
    writes: int,
) -> None:
    book = here.create(PASSPHRASE).book
    mark(book, "lily")
    left = [writes]

    def dying(path: pathlib.Path, data: bytes) -> None:
        if left[0] == 0:
            raise ConnectionAbortedError("the process died here")
        left[0] -= 1
        replace_file(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(slot_store, "replace_file", dying)
        with pytest.raises(ConnectionAbortedError):
            (here.rotate if rotating else here.change_passphrase)(book, OTHER_PASSPHRASE)
    here.lock(book)

    opening = []
    for passphrase in (PASSPHRASE, OTHER_PASSPHRASE):
        clock.advance(dt.timedelta(minutes=10))
        try:
            again = vault(here.folder.path, clock).unlock(passphrase)
        except WrongPassphrase:
            continue
        opening.append(passphrase)
        assert marks(again) == ["lily"]
        here.lock(again)
    assert opening == [PASSPHRASE if writes < 2 else OTHER_PASSPHRASE]


def test_a_damaged_slot_file_is_made_anew_from_its_twin(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    whole = here.folder.slots.read_bytes()
    here.folder.slots.write_bytes(whole[:-9])

    book = here.unlock(PASSPHRASE)

    assert book.slots_were_damaged
    assert here.folder.slots.read_bytes() == whole
    here.lock(book)


def test_both_slot_files_damaged_is_told_before_the_passphrase_is_looked_at(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    here.folder.slots.write_bytes(b"{}")
    here.folder.previous_slots.write_bytes(b"{}")

    with pytest.raises(SlotsDamaged):
        here.unlock(OTHER_PASSPHRASE)

    assert here.seconds_to_wait() == 0


def test_an_older_slot_file_put_back_is_noticed(here: Vault) -> None:
    book = here.create(PASSPHRASE).book
    older = here.folder.slots.read_bytes()
    here.change_passphrase(book, OTHER_PASSPHRASE)
    here.lock(book)
    here.folder.slots.write_bytes(older)

    again = here.unlock(PASSPHRASE)

    assert again.slots_were_older
    assert not book.slots_were_older
    here.lock(again)


def test_a_destroyed_first_page_is_damage_not_a_wrong_passphrase(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    path = here.folder.database(1)
    path.write_bytes(path.read_bytes()[:16] + bytes(4080) + path.read_bytes()[4096:])

    with pytest.raises(DatabaseDamaged) as caught:
        here.unlock(PASSPHRASE)

    assert caught.value.part is DamagedPart.PAGES


def test_a_lost_database_is_named(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    here.folder.database(1).unlink()

    with pytest.raises(BookMissing) as caught:
        here.unlock(PASSPHRASE)

    assert caught.value.path == here.folder.database(1)


def test_no_book_is_told_as_none(here: Vault) -> None:
    with pytest.raises(BookMissing):
        here.unlock(PASSPHRASE)


def test_every_refusal_is_an_error_the_app_expects(here: Vault) -> None:
    here.lock(here.create(PASSPHRASE).book)
    body = json.loads(here.folder.slots.read_bytes())
    body["generation"] = 7
    for path in (here.folder.slots, here.folder.previous_slots):
        path.write_text(json.dumps(body))

    with pytest.raises(CrmError):
        here.unlock(PASSPHRASE)


def test_a_book_with_a_damaged_log_opens_after_giving_it_up(
    here: Vault, tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    book = here.create(PASSPHRASE).book
    book.database.checkpoint()
    for name in ("lily", "rose", "tulip"):
        mark(book, name)
    copy_live(here.folder.path, tmp_path / "copy")
    here.lock(book)
    after = vault(tmp_path / "copy", clock)
    log = after.folder.path / "vault-1.db-wal"
    data = bytearray(log.read_bytes())
    data[len(data) // 2] ^= 1
    log.write_bytes(data)

    with pytest.raises(DatabaseDamaged) as caught:
        after.unlock(PASSPHRASE)
    aside = after.give_up_damaged_log()
    again = after.unlock(PASSPHRASE)

    assert caught.value.part is DamagedPart.LOG
    assert aside.read_bytes() == bytes(data)
    assert marks(again) == ["lily"]
    after.lock(again)
