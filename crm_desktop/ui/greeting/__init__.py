"""The greeting to one client: chosen, looked at, copied, noted as sent; never sent by the app."""
