"""What the commands say: one line each, in the language of the system."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import Outcome
from crm_desktop.ui.text.counts import counted, sentences


def ask_passphrase() -> str:
    """Return the question for the passphrase of the book."""
    return QCoreApplication.translate("Commands", "Passphrase: ")


def ask_new_passphrase() -> str:
    """Return the question for a new passphrase."""
    return QCoreApplication.translate("Commands", "New passphrase: ")


def ask_again() -> str:
    """Return the question that guards against a slip."""
    return QCoreApplication.translate("Commands", "Once more: ")


def ask_backup_passphrase() -> str:
    """Return the question for the passphrase a backup was made under."""
    return QCoreApplication.translate("Commands", "Passphrase at the time of the backup: ")


def ask_password() -> str:
    """Return the question for the password of a workbook."""
    return QCoreApplication.translate("Commands", "Password of the file: ")


def made(folder: str) -> str:
    """Return the line that says where the new book is."""
    return QCoreApplication.translate("Commands", "The book was made in {folder}.").format(
        folder=folder
    )


def recovery_code() -> str:
    """Return the line above the recovery code."""
    return QCoreApplication.translate(
        "Commands", "Recovery code, shown this once. Write it down and keep it in a safe place:"
    )


def with_wait(line: str, seconds: int) -> str:
    """Return what was wrong with a try, and when the next one is looked at."""
    return QCoreApplication.translate(
        "Commands", "{line} The next try is possible in {seconds} seconds."
    ).format(line=line, seconds=seconds)


def passphrase_changed() -> str:
    """Return the line after a change of the passphrase."""
    return QCoreApplication.translate(
        "Commands", "The new passphrase opens the book; the old one no longer does."
    )


def free() -> str:
    """Return the line that says nobody has the book open."""
    return QCoreApplication.translate("Commands", "Nobody has the book open.")


def whole(backup: str) -> str:
    """Return the line after a good check; `backup` is the time of the newest one, or nothing."""
    if not backup:
        return QCoreApplication.translate(
            "Commands", "Every page of the book is whole. There is no backup yet."
        )
    return QCoreApplication.translate(
        "Commands", "Every page of the book is whole, and so is the backup of {at}."
    ).format(at=backup)


def backed_up(path: str, clients: int) -> str:
    """Return the line after a backup."""
    return QCoreApplication.translate(
        "Commands", "Backup with {clients} clients written and checked: {path}"
    ).format(path=path, clients=clients)


def restored(at: str, clients: int) -> str:
    """Return the line after a restore."""
    return QCoreApplication.translate(
        "Commands", "The book is as it was at {at}, with {clients} clients."
    ).format(at=at, clients=clients)


def internal_error(where: str) -> str:
    """Return the one line for a bug; `where` names class and place, no client."""
    return QCoreApplication.translate(
        "Commands", "Internal error ({where}). What was saved is safe. --debug shows more."
    ).format(where=where)


def interrupted() -> str:
    """Return the line after Ctrl+C."""
    return QCoreApplication.translate("Commands", "Stopped. Nothing half done was kept.")


def what_is_wrong() -> str:
    """Return the heading of the column that explains a bad row."""
    return QCoreApplication.translate("Commands", "What is wrong")


def outcomes(counts: Mapping[Outcome, int], *, applied: bool) -> str:
    """Return the last line of an import, or of its trial."""
    pattern = (
        QCoreApplication.translate(
            "Commands",
            "{rows} rows: {new} new, {updated} updated, {same} the same, {conflict} in conflict, "
            "{error} held back, {skipped} skipped.",
        )
        if applied
        else QCoreApplication.translate(
            "Commands",
            "{rows} rows would be: {new} new, {updated} updated, {same} the same, "
            "{conflict} in conflict, {error} held back, {skipped} skipped. Nothing was changed.",
        )
    )
    named = {outcome.value: count for outcome, count in counts.items()}
    return pattern.format(rows=sum(named.values()), **named)


def nobody_found(text: str) -> str:
    """Return the line that says that no client is meant by a text."""
    return QCoreApplication.translate("Commands", "No client is found for {text}.").format(
        text=text
    )


def covered(reminded: int, silent: int, put_aside: int) -> str:
    """Return of how many clients the book reminds, never reminds, and no longer reminds."""
    pattern = QCoreApplication.translate(
        "Commands",
        "{reminded} clients will be reminded of, {silent} never; {put_aside} are left out on "
        "purpose.",
    )
    return pattern.format(reminded=reminded, silent=silent, put_aside=put_aside)


def looked(at: str, ahead: int) -> str:
    """Return when reminders were last looked for, and how many come in two weeks."""
    pattern = QCoreApplication.translate(
        "Commands", "Last looked for reminders: {at}. In the coming 14 days {ahead} pop up."
    )
    return pattern.format(at=at, ahead=ahead)


def taken_back(file: str, rows: int, kept: int) -> str:
    """Return the line after an import was taken back."""
    translate = QCoreApplication.translate
    one = translate("Commands", "{file} was taken back: 1 entry.")
    many = translate("Commands", "{file} was taken back: {count} entries.")
    told = counted(rows, one, many, file=file)
    if not kept:
        return told
    one = translate("Commands", "1 thing stays because it was edited since.")
    many = translate("Commands", "{count} things stay because they were edited since.")
    return sentences(told, counted(kept, one, many))


def no_imports() -> str:
    """Return the line where nothing was ever taken in."""
    return QCoreApplication.translate("Commands", "Nothing was imported yet.")


def no_profiles() -> str:
    """Return the line where no list is known again."""
    return QCoreApplication.translate("Commands", "No list is known yet.")


def profile_taken_in(name: str, unknown: str) -> str:
    """Return the line after a known list was taken in; `unknown` is what a newer version wrote."""
    if unknown:
        return QCoreApplication.translate(
            "Commands", "{name} is known now. A newer version wrote this, left out: {unknown}."
        ).format(name=name, unknown=unknown)
    return QCoreApplication.translate("Commands", "{name} is known now.").format(name=name)


def profile_written(name: str, path: str) -> str:
    """Return the line after a known list was written to be passed on."""
    return QCoreApplication.translate("Commands", "{name} written: {path}").format(
        name=name, path=path
    )
