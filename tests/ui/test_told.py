"""What is the matter with a field stands right under it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.findings import Fault, Finding, Severity
from crm_desktop.ui.fields.told import Told
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.findings import finding_text

LONG = Finding(code=Fault.TOO_LONG, field="name", facts=(("length", 2130), ("limit", 100)))
ODD = Finding(code=Fault.NOT_A_PHONE, field="digits", severity=Severity.DOUBTFUL)


def test_a_refused_field_is_marked_and_told_until_it_is_mended(qtbot: QtBot) -> None:
    window, field = QWidget(), QLineEdit("王" * 130)
    told = Told(field)
    inside = QVBoxLayout(window)
    inside.addWidget(field)
    inside.addWidget(told)
    qtbot.addWidget(window)
    window.show()

    told.say((ODD, LONG))
    while_wrong = (told.words, field.property("wrong"), told.isVisible(), field.text())
    told.say(())

    words = "2,130 characters; at most 100 fit here. Shorten it to save."
    assert while_wrong == (words, "yes", True, "王" * 130)
    assert (told.words, field.property("wrong"), told.isVisible()) == ("", "no", False)


def test_what_may_stand_is_told_without_a_mark(qtbot: QtBot) -> None:
    field = QLineEdit()
    told = Told(field)
    qtbot.addWidget(field)
    qtbot.addWidget(told)

    told.say((ODD,))

    assert (told.words, field.property("wrong")) == (finding_text(ODD), "no")
    assert field.accessibleDescription() == finding_text(ODD)
    told.hide()


@pytest.mark.parametrize("code", list(Fault))
def test_every_fault_is_told_in_chinese(code: Fault, translators: Translators) -> None:
    facts = (("length", 130), ("limit", 100), ("age", 11))
    finding = Finding(code=code, field="name", facts=facts)
    english = finding_text(finding)

    translators.speak(Language.CHINESE)

    assert english
    assert finding_text(finding) != english
    assert "{" not in finding_text(finding)
