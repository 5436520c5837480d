"""The demo book: plainly fictional clients whose file is full of life, the same every time."""

from crm_desktop.services.demo.filling import DEFAULT_CLIENTS, MOST_CLIENTS, fill

__all__ = ["DEFAULT_CLIENTS", "MOST_CLIENTS", "fill"]
