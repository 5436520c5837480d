"""A gift in a line, last year's beside it; and the form by which one is added, past the guard."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.domain.errors import CrmError, GiftWarned
from crm_desktop.domain.gift_guard import GiftWarning, GuardCode, open_warnings, overruled_codes
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.domain.unaware import unaware
from crm_desktop.services.gifts import GiftGround
from crm_desktop.services.records import Record
from crm_desktop.ui.client.form import Draft, RecordForm
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import money, money_from
from crm_desktop.ui.text.gifts import occasion_of, set_aside
from crm_desktop.ui.text.occasions import called, unaware_line
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.guard_notes import GuardNotes
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row

BESIDE: Final = 132
"""The width of last year's column."""

_EYE: Final = 16
_LONGEST: Final = 40


class Around(Protocol):
    """What a row asks the card it stands on."""

    ground: GiftGround | None

    def beside(self, gift: Gift) -> tuple[Gift, ...]:
        """Return last year's gifts that stand in the column beside a gift."""
        ...

    def open_gift(self, gift_id: int) -> None:
        """Open a gift that has no row of its own until it is asked for."""
        ...

    def is_last_years(self, gift: Gift) -> bool:
        """Return whether a gift of last year stands in for what is still to be thought of."""
        ...

    def think_again(self, gift: Gift) -> None:
        """Begin an idea for the same occasion and recipient."""
        ...


class GiftRow(RecordRow):
    """A gift with the one step that comes next: ordered, given, her reaction."""

    def __init__(self, record: Record, shown: Shown, around: Around) -> None:
        self._around = around
        self._notes: GuardNotes | None = None
        self._told: QLabel | None = None
        self._keep: QPushButton | None = None
        self._eye = label("")
        self._beside = ElidedLabel("", Role.SECOND)
        self._liked = ElidedLabel("", Role.SECOND)
        super().__init__(record, shown)
        last_year = QWidget()
        last_year.setLayout(column(1, self._beside, self._liked, 1, spacing=1))
        last_year.setFixedWidth(scaled(BESIDE))
        self.head.trailing.addWidget(last_year)

    @override
    def trailing(self) -> list[QWidget]:
        return [self._eye]

    @override
    def show_record(self, record: Record) -> None:
        super().show_record(record)
        if not isinstance(record, Gift):
            return
        given, liked = _short(self._around.beside(record))
        self._beside.setText(given)
        self._liked.setText(liked)
        self._liked.setVisible(bool(liked))
        self._say_unaware(record)
        if self._around.is_last_years(record):
            self._say_missing(record)
        elif record.state is GiftState.GIVEN and not record.reaction:
            self._step.setText(self.tr("Reaction"))
            self._step.setAccessibleName(f"{self._step.text()} {record.item}")
            self._step.show()

    @override
    def make_extras(self) -> list[QWidget]:
        self._notes = GuardNotes()
        self._told = wrapped("", Role.SECOND)
        self._keep = button("")
        self._keep.clicked.connect(self._on_kept)
        line = QWidget()
        line.setLayout(row(self._keep, 1))
        if self.form is not None:
            _listen(self.form, self.show_extras)
        self.show_extras()
        return [self._notes, self._told, line, *self._last_years()]

    @override
    def show_extras(self) -> None:
        gift = self.record
        if not isinstance(gift, Gift) or self._notes is None:
            return
        left = self._left(gift)
        typed = gift if self.form is None else _typed(self.form) or gift
        self._notes.tell([] if gift.state is GiftState.GIVEN else self._warnings(typed))
        if self._told is not None and self._keep is not None:
            self._told.setText(set_aside(gift))
            self._told.setVisible(bool(self._told.text()))
            is_idea = gift.state is GiftState.IDEA
            same = self.tr("Order all the same") if is_idea else self.tr("Leave it all the same")
            self._keep.setText(same)
            self._keep.setVisible(bool(left))
            if (line := self._keep.parentWidget()) is not None:
                line.setVisible(bool(left))

    @override
    def drop_extras(self) -> None:
        self._notes = self._told = self._keep = None

    @override
    def _on_step(self) -> None:
        gift = self.record
        if not isinstance(gift, Gift):
            return
        if self._around.is_last_years(gift):
            self._around.think_again(gift)
        elif gift.state is GiftState.IDEA:
            self.order()
        elif gift.state is GiftState.ORDERED:
            gifts = self.shown.desk.book.gifts
            self.shown.do(partial(gifts.give, gift.id, self.shown.today))
        else:
            self._ask_reaction()

    def _last_years(self) -> list[QWidget]:
        """Return a button for each of last year's gifts beside it, by which that one is opened."""
        made: list[QWidget] = []
        gift = self.record
        others = self._around.beside(gift) if isinstance(gift, Gift) else ()
        for each in others:
            if each.id == gift.id:
                continue
            words = self.tr("Last year: {what}").format(
                what=each.item or occasion_of(each.occasion)
            )
            opens = button(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…", Role.LINK)
            opens.setAccessibleName(words)
            opens.clicked.connect(partial(self._around.open_gift, each.id))
            line = QWidget()
            line.setLayout(row(opens, 1))
            made.append(line)
        return made

    def order(self, overruled: frozenset[GuardCode] = frozenset()) -> None:
        """Note an idea as ordered; what speaks against it is shown with its fields first."""
        desk = self.shown.desk
        work = partial(desk.book.gifts.order, self.record.id, self.shown.today, overruled)
        run = desk.jobs.run
        run(self, work, desk.edits.done, failed=self._on_warned, lane=Lane.DATABASE)

    def _say_missing(self, gift: Gift) -> None:
        """Say that nothing is planned yet where last year there was something."""
        whose = self.shown.person_called(gift.person_id)
        self.head.say(self._around_words(gift), self.tr("Nothing yet this year"))
        self.head.setAccessibleName(f"{whose} {self._around_words(gift)}")
        self._pill.hide()
        self._step.setText(self.tr("Idea"))
        self._step.setAccessibleName(f"{self._step.text()} {self._around_words(gift)}")
        self._step.show()

    def _around_words(self, gift: Gift) -> str:
        whose = self.shown.person_called(gift.person_id)
        return " · ".join(part for part in (occasion_of(gift.occasion), whose) if part)

    def _say_unaware(self, gift: Gift) -> None:
        persons = unaware(self.shown.folder, gift.person_id)
        is_told = bool(persons) and gift.state is not GiftState.GIVEN
        self._eye.setVisible(is_told)
        if is_told:
            words = unaware_line([called(person) for person in persons])
            self._eye.setPixmap(icon(Icon.EYE_OFF, "bad").pixmap(_EYE, _EYE))
            self._eye.setToolTip(words)
            self._eye.setAccessibleName(words)

    def _ask_reaction(self) -> None:
        self.open_sheet()
        if self.form is not None:
            self.form.field_of("reaction").setFocus(Qt.FocusReason.OtherFocusReason)

    def _warnings(self, gift: Gift) -> tuple[GiftWarning, ...]:
        ground = self._around.ground
        return () if ground is None else ground.check(gift, self.shown.today)

    def _left(self, gift: Gift) -> tuple[GiftWarning, ...]:
        if gift.state is GiftState.GIVEN:
            return ()
        return open_warnings(self._warnings(gift), overruled_codes(gift))

    def _on_kept(self) -> None:
        gift = self.record
        if not isinstance(gift, Gift):
            return
        codes = frozenset(each.code for each in self._left(gift))
        if gift.state is GiftState.IDEA:
            self.order(codes)
        else:
            self.shown.do(partial(self.shown.desk.book.gifts.overrule, gift.id, codes))

    def _on_warned(self, error: CrmError) -> None:
        if isinstance(error, GiftWarned):
            self.open_sheet()
        else:
            self.shown.desk.jobs.failed.emit(error)


class GiftDraft(Draft):
    """A gift to be; the guard speaks while she types.

    Attributes:
        overruled: what she sets aside by adding it all the same.
    """

    def __init__(
        self, record: Record, shown: Shown, specs: tuple[Spec, ...], around: Around
    ) -> None:
        super().__init__(record, shown, specs)
        self._shown = shown
        self._around = around
        self.overruled: frozenset[GuardCode] = frozenset()
        self.notes = GuardNotes()
        self.put_more(self.notes)
        self.form.edited.connect(self.judge)
        _listen(self.form, self.judge)
        self.judge()

    def judge(self) -> None:
        """Ask the guard about what stands in the fields."""
        gift, ground = _typed(self.form), self._around.ground
        warnings = () if gift is None or ground is None else ground.check(gift, self._shown.today)
        self.notes.tell(warnings)
        self.overruled = frozenset(each.code for each in warnings if each.asks)
        self._add.setText(self.tr("Add all the same") if self.overruled else self.tr("Add"))


def _listen(form: RecordForm, heard: Callable[[], None]) -> None:
    """Call `heard` at every key typed into the form."""
    for line in form.findChildren(QLineEdit):
        line.textChanged.connect(heard)
    for text in form.findChildren(QPlainTextEdit):
        text.textChanged.connect(heard)


def _typed(form: RecordForm) -> Gift | None:
    """Return the gift with what is typed and not left yet."""
    gift = form.record
    if not isinstance(gift, Gift):
        return None
    item, cost, card = (form.field_of(name) for name in ("item", "cost", "card_text"))
    if isinstance(item, QLineEdit):
        gift = replace(gift, item=item.text().strip())
    if isinstance(cost, MoneyField):
        gift = replace(gift, cost=money_from(cost.text()))
    if isinstance(card, QLineEdit):
        gift = replace(gift, card_text=card.text().strip())
    elif isinstance(card, QPlainTextEdit):
        gift = replace(gift, card_text=card.toPlainText().strip())
    return gift


def cost_of(gift: Gift) -> str:
    """Return what a gift cost, "" where that is not known."""
    return "" if gift.cost is None else money(gift.cost)


def _short(gifts: tuple[Gift, ...]) -> tuple[str, str]:
    """Return last year's gifts of one occasion, and how they were received."""
    given = [" ".join(part for part in (gift.item, cost_of(gift)) if part) for gift in gifts]
    return "、".join(given), "、".join(gift.reaction for gift in gifts if gift.reaction)
