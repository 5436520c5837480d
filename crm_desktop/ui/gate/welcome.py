"""Welcome: a new book in three steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import CrmError
from crm_desktop.ui.gate.code_step import CodeStep
from crm_desktop.ui.gate.frame import GateFrame
from crm_desktop.ui.gate.keeper import Founder, Start
from crm_desktop.ui.gate.name_step import NameStep
from crm_desktop.ui.gate.start_step import StartStep
from crm_desktop.ui.jobs import Jobs, Lane
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.deck import Deck
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row


class Welcome(GateFrame):
    """Name and passphrase, recovery code, a way to begin.

    Signals:
        finished: the `Start` she chose; the book is made and open.
        print_wanted: the recovery code, to be printed.
    """

    finished = Signal(object)
    print_wanted = Signal(str)

    def __init__(self, founder: Founder, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._founder = founder
        self._jobs = jobs
        self._titles = (
            self.tr("A new client book"),
            self.tr("Your recovery code"),
            self.tr("How do you want to begin?"),
        )
        self.name_step = NameStep(founder, jobs)
        self.code_step = CodeStep()
        self.start_step = StartStep()
        self._title = label("", Role.SECTION)
        self._place = label("", Role.SECOND)
        self.steps = Deck(self.name_step, self.code_step, self.start_step)
        self.body.addLayout(row(self._title, 1, self._place))
        self.body.addWidget(self.steps)
        self.name_step.wanted.connect(self._on_wanted)
        self.code_step.done.connect(self._on_code_known)
        self.code_step.print_wanted.connect(self.print_wanted)
        self.start_step.chosen.connect(self._on_chosen)
        self.show_step(0)
        self.setFocusProxy(self.name_step.passphrase)

    def show_step(self, number: int) -> None:
        """Show the step `number`, from 0."""
        self.steps.show_card(number)
        self._title.setText(self._titles[number])
        place = self.tr("Step {number} of {count}")
        self._place.setText(place.format(number=number + 1, count=len(self._titles)))

    def _on_wanted(self, name: str, passphrase: str) -> None:
        self.name_step.set_busy(busy=True)
        founder = self._founder
        self._jobs.run(
            self,
            lambda: founder.found(name, passphrase),
            self._on_founded,
            failed=self._on_failed,
            lane=Lane.DATABASE,
        )

    def _on_founded(self, code: str) -> None:
        self.name_step.set_busy(busy=False)
        self.name_step.passphrase.clear()
        self.name_step.again.clear()
        self.code_step.show_code(code)
        self.show_step(1)
        self.code_step.written_button.setFocus()

    def _on_failed(self, error: CrmError) -> None:
        self.name_step.say(sentence(error))

    def _on_code_known(self) -> None:
        self.show_step(2)
        self.start_step.buttons[Start.IMPORT].setFocus()

    def _on_chosen(self, start: Start) -> None:
        self.finished.emit(start)
