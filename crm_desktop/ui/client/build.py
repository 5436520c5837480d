"""Builds the field a spec asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.client.policy import PolicyField
from crm_desktop.ui.client.referrer import ClientField
from crm_desktop.ui.client.shown import Shown, called
from crm_desktop.ui.client.specs import Kind, Spec
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.fields.dates import DateField
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.numbers import NumberField
from crm_desktop.ui.fields.texts import LongTextField, MoneyField, TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A field with what a form does to it: show a value, save what is typed, hear of it."""

    widget: QWidget
    show: Callable[[Any], None]
    commit: Callable[[], object]
    committed: SignalInstance


def field(spec: Spec, value: Any, shown: Shown) -> Made:  # noqa: ANN401 - any kind of fact
    """Return the field of `spec`, showing `value`."""
    return _MAKERS[spec.kind](spec, value, shown)


def _text(spec: Spec, value: str, _shown: Shown) -> Made:
    made = TextField(spec.words, value)
    return Made(widget=made, show=made.set_value, commit=made.commit, committed=made.committed)


def _long(spec: Spec, value: str, _shown: Shown) -> Made:
    # Without a frame at rest, an empty field would not be seen to be one.
    made = LongTextField(spec.words, value, QCoreApplication.translate("Facts", "Add…"))
    return Made(widget=made, show=made.set_value, commit=made.commit, committed=made.committed)


def _money(spec: Spec, value: int | None, _shown: Shown) -> Made:
    made = MoneyField(spec.words, value, "¥")
    return Made(widget=made, show=made.set_value, commit=made.commit, committed=made.committed)


def _number(spec: Spec, value: int | None, _shown: Shown) -> Made:
    made = NumberField(spec.words, value, spec.bounds, optional=spec.is_optional)
    return Made(widget=made, show=made.set_value, commit=made.commit, committed=made.committed)


def _day(spec: Spec, value: Any, shown: Shown) -> Made:  # noqa: ANN401 - a date or none
    made = DayField(spec.words, value, shown.today)
    return Made(widget=made, show=made.set_value, commit=made.commit, committed=made.committed)


def _choice(spec: Spec, value: object, _shown: Shown) -> Made:
    return _choices(spec, value, partial(_pairs, spec))


def _flag(spec: Spec, value: object, _shown: Shown) -> Made:
    return _choices(spec, value, _yes_or_no)


def _person(spec: Spec, value: object, shown: Shown) -> Made:
    return _choices(spec, value, partial(_people, shown))


def _choices(
    spec: Spec, value: object, pairs: Callable[[object], list[tuple[object, str]]]
) -> Made:
    made = ChoiceField[object](spec.words, pairs(value), value)
    return Made(
        widget=made,
        show=partial(_offer, made, pairs),
        commit=made.value,
        committed=made.committed,
    )


def _fact(spec: Spec, value: Any, shown: Shown) -> Made:  # noqa: ANN401 - a dated fact or none
    made = DateField(spec.words, value, today=shown.today)
    return Made(widget=made, show=made.set_value, commit=made.value, committed=made.committed)


def _policy(spec: Spec, value: Any, _shown: Shown) -> Made:  # noqa: ANN401 - fact and code
    made = PolicyField(spec.words, value)
    return Made(widget=made, show=made.set_value, commit=made.value, committed=made.committed)


def _client(spec: Spec, value: int | None, shown: Shown) -> Made:
    made = ClientField(spec.words, shown, value)
    return Made(widget=made, show=made.set_value, commit=made.value, committed=made.committed)


def _offer(
    made: ChoiceField[object],
    pairs: Callable[[object], list[tuple[object, str]]],
    value: object,
) -> None:
    made.offer(pairs(value), value)


def _pairs(spec: Spec, value: object) -> list[tuple[object, str]]:
    """Return the choices of a spec, and the present value where it is none of them."""
    pairs = [] if spec.choices is None else spec.choices()
    is_known = any(value == each for each, _ in pairs)
    return pairs if is_known else [*pairs, (value, str(value))]


def _yes_or_no(_value: object) -> list[tuple[object, str]]:
    return [
        (False, QCoreApplication.translate("Facts", "No")),
        (True, QCoreApplication.translate("Facts", "Yes")),
    ]


def _people(shown: Shown, _value: object) -> list[tuple[object, str]]:
    herself: list[tuple[object, str]] = [(None, QCoreApplication.translate("Facts", "Herself"))]
    return herself + [(person.id, called(person)) for person in shown.folder.persons]


_MAKERS: Final[dict[Kind, Callable[[Spec, Any, Shown], Made]]] = {
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.FACT: _fact,
    Kind.POLICY: _policy,
    Kind.PERSON: _person,
    Kind.CLIENT: _client,
}
