"""The head of the file: who she is, what matters most, and what is done most often."""

from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.domain.records import DateKind, Knows, Tag
from crm_desktop.ui.client.lines import joined
from crm_desktop.ui.client.shown import Shown, called
from crm_desktop.ui.client.when import age_words, day_words
from crm_desktop.ui.fields.tags import TagsField
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text import money, since
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import LARGE, Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row
from crm_desktop.ui.widgets.pill import Pill

_NAMED: Final = 2
_LONGEST: Final = 8


class Head(QFrame):
    """Avatar, names, pills; phone, WeChat; money and visits; tags; the red lines.

    Signals:
        back_wanted: go back to where she was opened from.
        visit_wanted: note a visit.
        talk_wanted: note a talk.
        archive_wanted: put her aside, or take her back.
        quiet_wanted: stop reminders, or let them begin again.
        death_wanted: note that she died, or that she did not.
        removal_wanted: take her out of the book.
    """

    back_wanted = Signal()
    visit_wanted = Signal()
    talk_wanted = Signal()
    archive_wanted = Signal()
    quiet_wanted = Signal()
    death_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown = shown
        self._avatar = Avatar("", LARGE)
        self._name = ElidedLabel("", Role.PAGE_TITLE)
        self._formal = ElidedLabel("", Role.SECOND)
        for name in (self._name, self._formal):
            name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._pills = row(spacing=SPACE_XS + 2)
        self._who = ElidedLabel("", Role.SECOND)
        self._money = ElidedLabel("", Role.SECOND)
        self._tags = TagsField(self.tr("Add a tag"))
        self._needs = TagsField(self.tr("Add a need"), tone=Tone.ACCENT)
        self._bands = column(spacing=SPACE_XS)
        self._menu = QMenu(self)
        self._build()
        self._tags.committed.connect(self._on_tags)
        self._needs.committed.connect(self._on_needs)

    def show_file(self) -> None:
        """Show the client as she stands now."""
        client, folder = self._shown.file.client, self._shown.folder
        tone = Tone.GOLD if client.vip else Tone.ACCENT if client.is_big else Tone.PLAIN
        self._avatar.show_person(client.called, tone)
        self._name.setText(client.called)
        self._formal.setText(client.name if client.called != client.name else "")
        self._formal.setVisible(client.called != client.name)
        self._show_pills()
        self._who.setText(self._who_words())
        self._money.setText(self._money_words())
        self._tags.set_value(tag.name for tag in folder.tags if not tag.is_need)
        self._needs.set_value(tag.name for tag in folder.tags if tag.is_need)
        self._show_bands()
        self._say_menu()

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self.back_wanted)
        visit = primary(self.tr("Note a visit"))
        talk = button(self.tr("Note a talk"))
        more = IconButton(Icon.MORE, self.tr("More"))
        visit.clicked.connect(self.visit_wanted)
        talk.clicked.connect(self.talk_wanted)
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu)
        self._build_menu()
        names: QHBoxLayout = row(self._name, self._formal)
        names.addLayout(self._pills)
        names.addStretch(1)
        words = column(spacing=SPACE_XS)
        words.addLayout(names)
        words.addWidget(self._who)
        words.addWidget(self._money)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        top.addLayout(row(talk, visit, more))
        tags = row(label(self.tr("Tags"), Role.HINT), self._tags, spacing=0)
        tags.addWidget(label(self.tr("Needs"), Role.HINT))
        tags.addWidget(self._needs)
        tags.setStretch(1, 1)
        tags.setStretch(3, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M + 2, SPACE_M, SPACE_M + 2, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(top)
        whole.addLayout(tags)
        whole.addLayout(self._bands)

    def _build_menu(self) -> None:
        self._quiet = self._action(Icon.BELL_OFF, self.quiet_wanted)
        self._archive = self._action(Icon.ARCHIVE, self.archive_wanted)
        self._death = self._action(Icon.FLOWER, self.death_wanted)
        self._menu.addSeparator()
        self._remove = self._action(Icon.TRASH, self.removal_wanted)

    def _action(self, symbol: Icon, wanted: SignalInstance) -> QAction:
        action = QAction(icon(symbol), "", self)
        action.triggered.connect(wanted)
        self._menu.addAction(action)
        return action

    def _say_menu(self) -> None:
        client = self._shown.file.client
        self._quiet.setText(
            self.tr("May be contacted again")
            if client.do_not_contact
            else self.tr("Do not contact: stops every reminder")
        )
        self._archive.setText(
            self.tr("Take out of the archive")
            if client.archived_on
            else self.tr("Archive: stops every reminder")
        )
        self._death.setText(
            self.tr("She is alive")
            if client.deceased_on
            else self.tr("She died: stops every reminder")
        )
        self._remove.setText(self.tr("Remove from the book"))

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
            (client.do_not_contact, self.tr("Do not contact"), Tone.BAD),
            (client.archived_on is not None, self.tr("Archived"), Tone.PLAIN),
            (client.deceased_on is not None, self.tr("Deceased"), Tone.PLAIN),
        ]
        for holds, words, tone in pills:
            if holds:
                self._pills.addWidget(Pill(words, tone))
        self._warn()

    def _warn(self) -> None:
        """Name who must not hear of the treatments; the whole sentence is told on hovering."""
        unaware = [called(each) for each in self._shown.folder.persons if each.knows is Knows.NO]
        if not unaware:
            return
        names = self.tr(", ").join(_short(name) for name in unaware[:_NAMED])
        pattern = (
            self.tr("{names} must not know")
            if len(unaware) <= _NAMED
            else self.tr("{names} and others, {count} in all, must not know")
        )
        pill = Pill(pattern.format(names=names, count=len(unaware)), Tone.BAD)
        sentence = self.tr("{names}: do not know of her treatments. No word of the clinic.")
        pill.setToolTip(sentence.format(names=self.tr(", ").join(unaware)))
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
        return joined(age, phones, wechat, client.occupation, known)

    def _money_words(self) -> str:
        file, today = self._shown.file, self._shown.today
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

    def _show_bands(self) -> None:
        while (item := self._bands.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        client = self._shown.file.client
        if client.is_quiet:
            self._bands.addWidget(
                Band(self.tr("Every reminder about her has stopped."), Tone.PLAIN)
            )

    def _on_tags(self, names: tuple[str, ...]) -> None:
        self._write(names, is_need=False)

    def _on_needs(self, names: tuple[str, ...]) -> None:
        self._write(names, is_need=True)

    def _write(self, names: tuple[str, ...], *, is_need: bool) -> None:
        """Write the one tag that came or went."""
        known = {tag.name: tag for tag in self._shown.folder.tags if tag.is_need is is_need}
        for name in names:
            if name not in known:
                tag = Tag(client_id=self._shown.client_id, name=name, is_need=is_need)
                self._shown.put(tag)
        for name, tag in known.items():
            if name not in names:
                self._shown.remove(tag)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
