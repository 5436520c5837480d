"""The texts of greetings in the settings: changed, added, taken back, her signature."""

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.merge_text import Field
from crm_desktop.domain.records import GreetingTemplate, Tier
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.settings.greeting_dialog import GreetingTextDialog
from crm_desktop.ui.settings.greetings_card import GreetingsCard
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.buttons import IconButton
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls


@pytest.fixture
def card(qtbot: QtBot, laid: Laid) -> GreetingsCard:
    keeping = Keeping(laid.desk)
    made = GreetingsCard(laid.desk, keeping)
    keeping.setParent(made)
    qtbot.addWidget(made)
    made.resize(556, 500)
    made.show()
    keeping.load()
    made.load()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle and bool(made.shown()))
    return made


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


def dialog_of(card: GreetingsCard) -> GreetingTextDialog:
    found = card.findChild(GreetingTextDialog)
    assert found is not None
    return found


def press(qtbot: QtBot, card: GreetingsCard, says: str) -> None:
    """Press the first button of that name; a layout shows what is new in it by a queued call."""

    def seen() -> list[IconButton]:
        found = card.findChildren(IconButton)
        return [each for each in found if each.isVisible() and each.accessibleName() == says]

    qtbot.waitUntil(lambda: bool(seen()))
    seen()[0].click()


def texts(card: GreetingsCard) -> list[str]:
    return [text.text for text in card.shown()]


def test_a_text_of_the_app_is_changed_and_brought_back(qtbot: QtBot, card: GreetingsCard) -> None:
    before = texts(card)
    press(qtbot, card, "Change this text")
    dialog = dialog_of(card)
    dialog.text.setPlainText("{client}, hooray!")

    dialog.accept()
    qtbot.waitUntil(lambda: texts(card)[0] == "{client}, hooray!")
    press(qtbot, card, "Back to the text of the app")

    qtbot.waitUntil(lambda: texts(card) == before)


def test_a_text_is_added_for_one_tier(qtbot: QtBot, card: GreetingsCard) -> None:
    card.kinds.setCurrentIndex(1)
    card.add_button.click()
    dialog = dialog_of(card)
    dialog.tiers.setCurrentIndex(1 + list(Tier).index(Tier.C))
    dialog.fields[Field.CHILD].click()
    dialog.text.appendPlainText("!")

    dialog.accept()
    qtbot.waitUntil(lambda: any(text.tier is Tier.C for text in card.shown()))

    assert texts(card)[-1] == "{child}\n!"


def test_how_she_signs_is_kept(qtbot: QtBot, laid: Laid, card: GreetingsCard) -> None:
    card.signs.setText("小林")
    card.signs.commit()

    qtbot.waitUntil(lambda: laid.desk.book.settings.get().signs_as == "小林")


@pytest.mark.parametrize(
    ("text", "preview", "fault", "can_save"),
    [
        ("{client}, happy birthday!", "Ms Wang, happy birthday!", "", True),
        ("{child} is {age}. {me}", "Daisy is 8. Lin", "", True),
        ("", "–", "", False),
        ("Hello {x}", "–", "There is no field {x}. Use the buttons above.", False),
        ("Hello {", "–", "A brace { stands alone: fields read like {client}.", False),
    ],
)
def test_the_preview_follows_and_faults_are_told_at_once(
    qtbot: QtBot, text: str, preview: str, fault: str, *, can_save: bool
) -> None:
    dialog = GreetingTextDialog(GreetingTemplate(occasion="child_birthday"), "en", "Lin")
    qtbot.addWidget(dialog)

    dialog.text.setPlainText(text)

    assert (dialog.preview.text(), dialog.fault.text()) == (preview, fault)
    assert dialog.accept_button.isEnabled() is can_save


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.usefixtures("look")
def test_card_and_dialog_are_fair(qtbot: QtBot, laid: Laid, language: Language) -> None:
    keeping = Keeping(laid.desk)
    card = GreetingsCard(laid.desk, keeping)
    dialog = GreetingTextDialog(GreetingTemplate(occasion="birthday"), language.value, "")
    keeping.setParent(card)
    for each in (card, dialog):
        qtbot.addWidget(each)
        each.resize(556, 600)
        each.show()
    card.load()
    qtbot.waitUntil(lambda: bool(card.shown()))
    lay_out()

    for each in (card, dialog):
        assert cut_texts(each) == []
        assert unnamed_controls(each) == []
        assert overlapping(each) == []
