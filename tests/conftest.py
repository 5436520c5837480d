"""Fixtures every part shares."""

import gc
import os
import pathlib

import pytest
from hypothesis import settings

from tests.vaults import CHEAP

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SHARED_DATA = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> pathlib.Path:
    """Return the folder of sample data beside the project, or skip where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the sample data folder ../shared/data is not here")
    return SHARED_DATA


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let slot files with a cheap derivation pass, so that a test does not wait for each."""
    monkeypatch.setattr("crm_desktop.security.slots.FLOOR", CHEAP)


def pytest_collection_finish() -> None:
    """Let the collector leave alone what was collected: it stays to the end."""
    gc.collect()
    gc.freeze()
