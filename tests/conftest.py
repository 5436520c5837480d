"""Fixtures every part shares."""

import gc
import os
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Dialect, Engine, create_engine

from crm_desktop.database import driver
from tests.patience import PatientBot
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


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Let every book of this process share its compiled statements, as one book does."""
    kept: dict[str, Dialect] = {}
    compiled: dict[object, object] = {}

    def make(url: str, **options: Any) -> Engine:  # noqa: ANN401 - whatever the book asks for
        engine = create_engine(url, execution_options={"compiled_cache": compiled}, **options)
        # Statements are kept by dialect.
        engine.dialect = kept.setdefault("dialect", engine.dialect)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crm_desktop.database.book.create_engine", make)
        yield


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no disk: a test pulls no plug. tests/database, where it counts, waits."""
    quick = [order.replace("=FULL", "=OFF") for order in driver._PRAGMAS]
    monkeypatch.setattr(driver, "_PRAGMAS", tuple(quick))
    monkeypatch.setattr(os, "fsync", os.fstat)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the robot of pytest-qt, patient."""
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let slot files with a cheap derivation pass, so that a test does not wait for each."""
    monkeypatch.setattr("crm_desktop.security.slots.FLOOR", CHEAP)


def pytest_collection_finish() -> None:
    """Let the collector leave alone what was collected: it stays to the end."""
    gc.collect()
    gc.freeze()
