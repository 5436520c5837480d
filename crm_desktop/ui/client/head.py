"""The head of the file: who she is, what matters most, and what is done most often."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.domain.must_have import Mark
from crm_desktop.domain.records import DateKind
from crm_desktop.domain.unaware import unaware
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.care import TalksCard
from crm_desktop.ui.client.clinic import VisitsCard
from crm_desktop.ui.client.family import FamilyCard
from crm_desktop.ui.client.history import HistoryCard
from crm_desktop.ui.client.menu import HeadMenu
from crm_desktop.ui.client.meter import MustHaveMeter
from crm_desktop.ui.client.shown import Shown, called
from crm_desktop.ui.client.tagging import Tagging
from crm_desktop.ui.client.when import age_words, day_words, joined
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import money, since
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import LARGE, Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import column, row
from crm_desktop.ui.widgets.pill import Pill

_NAMED: Final = 2
_LONGEST: Final = 8
_BESIDE: Final = 16


class Head(QFrame):
    """Avatar, names, pills; phone, WeChat; money and visits; tags; the must-have three.

    Signals:
        card_wanted: the class of a card to be shown, and what is to be done with it.
    """

    card_wanted = Signal(object, object)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown = shown
        self.avatar = Avatar("", LARGE)
        self._name = ElidedLabel("", Role.PAGE_TITLE)
        self._formal = ElidedLabel("", Role.SECOND)
        for name in (self._name, self._formal):
            name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._pills = row(spacing=SPACE_XS + 2)
        self._who = ElidedLabel("", Role.SECOND)
        self._money = ElidedLabel("", Role.SECOND)
        self._tagging = Tagging(shown)
        self._meter = MustHaveMeter(shown)
        self.menu = HeadMenu(shown, self)
        self._build()
        self._meter.wanted.connect(self._on_mark)
        self.menu.history.triggered.connect(self._on_history)

    def forget(self) -> None:
        """Let go of what was begun for the client before."""
        self._tagging.forget()

    def show_file(self) -> None:
        """Show the client as she stands now."""
        client = self._shown.file.client
        tone = Tone.GOLD if client.vip else Tone.ACCENT if client.is_big else Tone.PLAIN
        self.avatar.show_person(client.called, tone)
        self._name.setText(client.called)
        is_beside = client.called != client.name and len(client.name) <= _BESIDE
        self._formal.setText(client.name if is_beside else "")
        self._formal.setVisible(is_beside)
        self._show_pills()
        self._who.setText(self._who_words())
        self._who.setVisible(bool(self._who.text()))
        self._money.setText(self._money_words())
        self._tagging.show_file()
        self._meter.show_file()
        self.menu.show_file()

    def _build(self) -> None:
        names: QHBoxLayout = row(self._name, self._formal)
        names.addLayout(self._pills)
        names.addStretch(1)
        names.addLayout(self._deeds())
        words = column(spacing=2)
        words.addLayout(names)
        words.addWidget(self._who)
        words.addWidget(self._money)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._shown.desk.routes.back_wanted)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        below = row(self._tagging, self._meter, spacing=SPACE_M)
        below.setStretch(0, 1)
        below.setAlignment(self._meter, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M + 2, SPACE_M, SPACE_M + 2, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(top)
        whole.addLayout(below)

    def _deeds(self) -> QHBoxLayout:
        brief = button(self.tr("Briefing"), None, Icon.FILE)
        talk = button(self.tr("Note a talk"))
        visit = primary(self.tr("Note a visit"))
        more = IconButton(Icon.MORE, self.tr("More"))
        brief.clicked.connect(self._on_brief)
        brief.setShortcut("Ctrl+B")
        brief.setToolTip(self.tr("One page to read before she comes (Ctrl+B)"))
        talk.clicked.connect(self._on_talk)
        visit.clicked.connect(self._on_visit)
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.menu)
        return row(brief, talk, visit, more)

    def _show_pills(self) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        client = self._shown.file.client
        pills = [
            (client.tier is not None, choice(client.tier) if client.tier else "", Tone.ACCENT),
            (client.vip, self.tr("VIP"), Tone.GOLD),
            (client.marked_big, self.tr("Big client"), Tone.ACCENT),
        ]
        for holds, words, tone in pills:
            if holds:
                self._pills.addWidget(Pill(words, tone))
        self._warn()

    def _warn(self) -> None:
        """Name who must not hear of the treatments; the whole sentence is told on hovering."""
        names = [called(each) for each in unaware(self._shown.folder, None)]
        if not names:
            return
        named = names if len(names) <= _NAMED else names[:1]
        short = self.tr(", ").join(_short(name) for name in named)
        pattern = (
            self.tr("{names} must not know")
            if len(names) <= _NAMED
            else self.tr("{names} and others, {count} in all, must not know")
        )
        pill = Pill(pattern.format(names=short, count=len(names)), Tone.BAD)
        sentence = self.tr("{names}: do not know of her treatments. No word of the clinic.")
        pill.setToolTip(sentence.format(names=self.tr(", ").join(names)))
        self._pills.addWidget(pill)

    def _who_words(self) -> str:
        client, folder = self._shown.file.client, self._shown.folder
        birthday = folder.main_date(DateKind.BIRTHDAY)
        age = "" if birthday is None else age_words(birthday, self._shown.today)
        phones = " / ".join(phone.digits for phone in folder.phones[:2])
        wechat = self.tr("WeChat {name}").format(name=client.wechat) if client.wechat else ""
        known = ""
        if client.first_contact_on is not None:
            day = day_words(client.first_contact_on, self._shown.today)
            known = self.tr("known since {day}").format(day=day)
        is_long = client.called != client.name and len(client.name) > _BESIDE
        formal = client.name if is_long else ""
        return joined(formal, age, phones, wechat, client.occupation, known)

    def _money_words(self) -> str:
        file, today = self._shown.file, self._shown.today
        if not file.folder.visits and not file.folder.bills:
            return joined(self.tr("no visit yet"), self._next_words())
        year = self.tr("{sum} in 12 months, visits: {visits}").format(
            sum=money(file.paid_12_months), visits=file.visits_12_months
        )
        last = (
            self.tr("last visit {when}").format(when=since(file.last_visit_on, today))
            if file.last_visit_on
            else self.tr("no visit yet")
        )
        return joined(year, last, self._next_words())

    def _next_words(self) -> str:
        for each in self._shown.file.next_days:
            if each.on is not None and each.kind is not None:
                whose = self._shown.person_called(each.person_id) or each.label
                what = choice(each.kind)
                if whose:
                    what = self.tr("{day} ({whose})").format(day=what, whose=whose)
                when = day_words(each.on, self._shown.today)
                return self.tr("next: {what} {when}").format(what=what, when=when)
        return ""

    def _on_brief(self) -> None:
        self._shown.desk.routes.briefing_wanted.emit(self._shown.client_id)

    def _on_visit(self) -> None:
        self.card_wanted.emit(VisitsCard, _begin)

    def _on_talk(self) -> None:
        self.card_wanted.emit(TalksCard, _begin)

    def _on_history(self) -> None:
        self.card_wanted.emit(HistoryCard, HistoryCard.open)

    def _on_mark(self, mark: Mark) -> None:
        self.card_wanted.emit(FamilyCard, _Asked(mark))


class _Asked:
    """Opens the field for a birthday on the card of the family."""

    def __init__(self, mark: Mark) -> None:
        self._mark = mark

    def __call__(self, card: FileCard) -> None:
        if isinstance(card, FamilyCard):
            card.ask_for(self._mark)


def _begin(card: FileCard) -> None:
    """Begin what a card offers first."""
    _, act = card.offers[0]
    act()


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
