"""A word about clients whose 30 days in the trash were over, with the proof at hand."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.services.deletion_proof import Proof
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.trash.proof import ProofDialog
from crm_desktop.ui.widgets.toast import Toast


def tell_of(desk: Desk, proof: Proof, window: QWidget) -> None:
    """Say in the toast of `window` how many were deleted for good."""
    if proof.clients == 1:
        words = QCoreApplication.translate(
            "Trash", "A client's 30 days in the trash were over: deleted for good."
        )
    else:
        words = QCoreApplication.translate(
            "Trash", "For {count} clients the 30 days in the trash were over: deleted for good."
        )
    toast = window.findChild(Toast)
    if toast is not None:
        show = partial(_show, desk, proof, window)
        told = words.format(count=f"{proof.clients:,}")
        toast.say(told, QCoreApplication.translate("Trash", "What was looked for"), show)


def _show(desk: Desk, proof: Proof, window: QWidget) -> None:
    ProofDialog(desk, proof, "", window).open()
