"""Client Keeper (贵客簿): a private, encrypted, offline client book."""

__version__ = "0.1.0"
