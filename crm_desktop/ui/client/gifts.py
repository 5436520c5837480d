"""Gifts: ideas, this year's beside last year's, what they cost, and how she took them."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.domain.gift_guard import day_of, spent_on
from crm_desktop.domain.gift_history import by_occasion
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.services.gifts import GiftGround, budget_in
from crm_desktop.services.records import Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.gift_row import BESIDE, GiftDraft, GiftRow, cost_of
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import money
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_SIDE: Final = 8
_AT_FIRST: Final = 4
_LONGEST: Final = 24


class GiftsCard(FileCard):
    """Ideas as chips; then each occasion, this year's gift beside last year's.

    Attributes:
        ground: what the guard judges by, None until it was read.
        gifts: the rows; an idea has one while its chip is pressed.
    """

    tables = frozenset(
        {"client", "gift", "person", "preference", "setting", "completed_project", "bill"}
    )

    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gifts"), shown, parent)
        self.ground: GiftGround | None = None
        self._chosen = 0
        self._like: Gift | None = None
        self._beside: dict[int, tuple[Gift, ...]] = {}
        self._stand_ins: frozenset[int] = frozenset()
        self._ideas = FlowLayout(spacing=SPACE_XS + 2)
        self._ideas.setContentsMargins(_SIDE, 0, _SIDE, SPACE_XS)
        self.body.addLayout(self._ideas)
        self._years = QWidget()
        self.spent = ElidedLabel("", Role.SECOND)
        self._before = label("", Role.SECOND)
        self._before.setFixedWidth(scaled(BESIDE))
        line: QHBoxLayout = row(self.spent, self._before)
        line.setContentsMargins(_SIDE, 0, _SIDE - 2, 0)
        self._years.setLayout(line)
        self.body.addWidget(self._years)
        self.gifts = GiftList(self)
        self.lift_more(self.gifts)
        self.offer(self.tr("Gift or idea"), self.gifts)

    @property
    @override
    def is_bare(self) -> bool:
        return self.gifts.is_blank and not self.shown.folder.gifts

    @property
    def chips(self) -> list[QPushButton]:
        """The ideas in their order."""
        found = (self._ideas.itemAt(place) for place in range(self._ideas.count()))
        pairs = [item.widget() for item in found if item is not None]
        return [chip for pair in pairs if pair for chip in pair.findChildren(QPushButton)]

    @override
    def show_file(self) -> None:
        self._show_ideas()
        self._show_rows()
        work = partial(self.shown.desk.book.gifts.ground, self.shown.client_id)
        self.shown.desk.jobs.run(self, work, self._on_ground)

    @override
    def forget(self) -> bool:
        self.ground, self._chosen, self._like = None, 0, None
        self._beside, self._stand_ins = {}, frozenset()
        return super().forget()

    def beside(self, gift: Gift) -> tuple[Gift, ...]:
        """Return last year's gifts that stand in the column beside a gift."""
        return self._beside.get(gift.id, ())

    def is_last_years(self, gift: Gift) -> bool:
        """Return whether a gift of last year stands in for what is still to be thought of."""
        return gift.id in self._stand_ins

    def open_gift(self, gift_id: int) -> None:
        """Open a gift that has no row of its own until it is asked for."""
        if gift_id != self._chosen:
            self._choose(gift_id)
        elif (chosen := self.gifts.rows.get(gift_id)) is not None:
            chosen.open_sheet()

    def think_again(self, gift: Gift) -> None:
        """Begin an idea for the same occasion and recipient."""
        self._like = gift
        self.gifts.add()

    def blank(self) -> Gift:
        """Return the gift a new draft begins with."""
        blank = Gift(client_id=self.shown.client_id, state=GiftState.IDEA)
        like, self._like = self._like, None
        if like is None:
            return blank
        return replace(
            blank, person_id=like.person_id, occasion=like.occasion, date_id=like.date_id
        )

    def _show_ideas(self) -> None:
        self._ideas.clear()
        ideas = [gift for gift in self.shown.folder.gifts if gift.state is GiftState.IDEA]
        for idea in ideas:
            self._ideas.addWidget(self._chip(idea))
        margin = SPACE_XS if ideas else 0
        self._ideas.setContentsMargins(_SIDE, 0, _SIDE, margin)

    def _show_rows(self) -> None:
        gifts, today = self.shown.folder.gifts, self.shown.today
        pairs = by_occasion(gifts, today)
        self._beside = {}
        for pair in pairs:
            if pair.last_year:
                self._beside[(pair.this_year or pair.last_year)[0].id] = pair.last_year
        missing = [pair.last_year[0] for pair in pairs if not pair.this_year]
        self._stand_ins = frozenset(gift.id for gift in missing)
        first = [gift for pair in pairs for gift in pair.this_year]
        last_year = [gift for pair in pairs for gift in pair.last_year]
        has_row = {gift.id for gift in (*first, *missing)}
        chosen = [gift for gift in gifts if gift.id == self._chosen and gift.id not in has_row]
        told = has_row | {gift.id for gift in (*last_year, *chosen)}
        rest = [gift for gift in gifts if gift.id not in told and gift.state is not GiftState.IDEA]
        rest.sort(key=lambda gift: (day_of(gift, today), gift.id), reverse=True)
        self.gifts.show_records([*chosen, *first, *missing, *rest])
        self.say_count(len(gifts))
        self._show_years()

    def _show_years(self) -> None:
        gifts, today = self.shown.folder.gifts, self.shown.today
        spent = spent_on(gifts, today.year, today)
        budget = budget_in(self.ground, today).budget if self.ground is not None else 0
        facts = {"year": today.year, "sum": money(spent), "budget": money(budget)}
        words = self.tr("{year}: {sum} of {budget}") if budget else self.tr("{year}: {sum}")
        self.spent.setText(words.format(**facts))
        set_mark(self.spent, "shade", "warn" if budget and spent > budget else "text2")
        last = spent_on(gifts, today.year - 1, today)
        before = self.tr("{year}: {sum}").format(year=today.year - 1, sum=money(last))
        self._before.setText(before if self._beside or last else "")
        self._years.setVisible(any(gift.state is not GiftState.IDEA for gift in gifts))

    def _chip(self, idea: Gift) -> QWidget:
        whose = self.shown.person_called(idea.person_id)
        words = " · ".join(part for part in (idea.item, cost_of(idea), whose) if part)
        chip = QPushButton(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
        set_mark(chip, "pill", Tone.ACCENT)
        chip.setToolTip(self.tr("Idea: {what}").format(what=words))
        chip.setAccessibleName(chip.toolTip())
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setProperty("gift", idea.id)
        chip.clicked.connect(self._on_chip)
        ordered = IconButton(Icon.CHECK, self.tr("Ordered: {what}").format(what=words))
        ordered.setProperty("gift", idea.id)
        ordered.clicked.connect(self._on_ordered)
        pair = QWidget()
        pair.setLayout(row(chip, ordered, spacing=0))
        return pair

    def _on_chip(self) -> None:
        pressed = self.sender().property("gift")
        self._choose(0 if pressed == self._chosen else pressed)

    def _choose(self, gift_id: int) -> None:
        if (known := self.gifts.rows.get(self._chosen)) is not None:
            known.close_sheet()
        self._chosen = gift_id
        self._show_rows()
        if (chosen := self.gifts.rows.get(gift_id)) is not None:
            chosen.open_sheet()

    def _on_ordered(self) -> None:
        gift_id = self.sender().property("gift")
        if self._chosen != gift_id:
            self._chosen = gift_id
            self._show_rows()
        chosen = self.gifts.rows.get(gift_id)
        if isinstance(chosen, GiftRow):
            chosen.order()

    def _on_ground(self, ground: GiftGround) -> None:
        if ground.folder.client.id != self.shown.client_id:
            return
        self.ground = ground
        self._show_years()
        self.gifts.judge()


class GiftList(RecordList):
    """The rows of the card, and the form by which a gift is added."""

    def __init__(self, card: GiftsCard) -> None:
        self._card = card
        super().__init__(card.shown, card.blank, at_first=_AT_FIRST, empty="")

    @override
    def make_row(self, record: Record) -> RecordRow:
        return GiftRow(record, self.shown, self._card)

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return GiftDraft(blank, self.shown, specs, self._card)

    @override
    def write(self, record: Record, draft: Draft) -> None:
        if isinstance(record, Gift) and isinstance(draft, GiftDraft):
            draft.judge()
            save = self.shown.desk.book.gifts.save
            self.shown.do(partial(save, record, self.shown.today, draft.overruled))

    def judge(self) -> None:
        """Ask the guard again about what is open."""
        if isinstance(self._draft, GiftDraft):
            self._draft.judge()
        for each in self.rows.values():
            if each.is_open:
                each.show_extras()
