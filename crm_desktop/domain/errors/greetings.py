"""Problems with the texts of greetings."""

from crm_desktop.domain.errors.base import CrmError


class GreetingUnfit(CrmError):
    """A text is empty, too long, or asks for a fact there is no field for; it was not kept."""
