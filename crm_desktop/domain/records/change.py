"""Change: what one use case wrote, as the screens and the undo list need it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One journalled transaction.

    `action` is a stable code such as "client.edit" or "import.own_list"; `subject` the
    name to show with it; `tables` and `client_ids` tell a screen whether it must refresh.
    `id` is 0 when nothing was written (the values were the same already).
    """

    id: int
    action: str
    subject: str = ""
    tables: frozenset[str] = frozenset()
    client_ids: frozenset[int] = frozenset()
