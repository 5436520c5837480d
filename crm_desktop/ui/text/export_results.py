"""What an export came to, told alike by the page, the dialog of those picked, and the command."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.exporting import ExportReport, Recipient
from crm_desktop.ui.text.counts import counted


def told(report: ExportReport) -> list[str]:
    """Return what was written, where, how much, and what of it she must know, line by line."""
    lines = [_written(report)]
    if report.is_encrypted:
        lines.append(
            QCoreApplication.translate("ExportResults", "It opens with the password only.")
        )
    if report.cut:
        one = QCoreApplication.translate(
            "ExportResults", "1 text was too long for a cell; the book has it whole."
        )
        many = QCoreApplication.translate(
            "ExportResults", "{count} texts were too long for a cell; the book has them whole."
        )
        lines.append(counted(len(report.cut), one, many))
    if report.withheld:
        one = QCoreApplication.translate(
            "ExportResults",
            "1 card text names the clinic or a treatment and was left out: write it anew.",
        )
        many = QCoreApplication.translate(
            "ExportResults",
            "{count} card texts name the clinic or a treatment and were left out: write them anew.",
        )
        lines.append(counted(report.withheld, one, many))
    return lines


def _written(report: ExportReport) -> str:
    """Return what was written where: gifts for the florist, clients for everybody else."""
    if report.recipient is Recipient.FLORIST:
        words = QCoreApplication.translate("ExportResults", "{count} gifts written to {file}.")
        only = QCoreApplication.translate("ExportResults", "1 gift written to {file}.")
        count = sum(report.rows.values())
    else:
        words = QCoreApplication.translate("ExportResults", "{count} clients written to {file}.")
        only = QCoreApplication.translate("ExportResults", "1 client written to {file}.")
        count = report.clients
    where = counted(count, only, words, file=report.path.name)
    folder = QCoreApplication.translate("ExportResults", "Folder: {folder}")
    return "\n".join((where, folder.format(folder=report.path.absolute().parent)))
