"""The demo book: plainly fictional clients whose file is full of life, the same every time."""

from crm_desktop.services.demo.filling import fill

__all__ = ["fill"]
