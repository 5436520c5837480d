"""The same services without a screen, for scripts, support and tests."""
