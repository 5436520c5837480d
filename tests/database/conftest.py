"""Here the disk is waited for, as the app does."""

import pytest


@pytest.fixture
def quick_disk() -> None:
    """Wait for the disk."""
