"""Random years of a clinic that corrects its lists: paid is what it says, or it is told."""

import random

import pytest

from crm_desktop.domain.import_plan import ImportPlan
from tests.domain.clinic_world import Clinic, Export, World, days_of, paid_of, told_of

MONTHS = 7


def check(world: World, made: ImportPlan, export: Export) -> None:
    found = world.paid(days_of(export))
    found.subtract(told_of(made, export))
    expected = paid_of(export)
    for client in {*found, *expected}:
        assert found[client] == expected[client]
    again = world.plan(export)
    assert (again.writes_nothing, again.bases) == (True, ())


@pytest.mark.parametrize("seed", range(25))
def test_what_was_paid_is_what_the_clinic_says_or_it_is_told_by_how_much(seed: int) -> None:
    chance = random.Random(seed)
    clinic, world = Clinic(chance), World()
    exports = []
    for _ in range(MONTHS):
        clinic.month()
        export = clinic.export()
        exports.append(export)
        if not export.lines or chance.random() < 0.2:
            continue
        check(world, world.take(export), export)
        before = world.paid(days_of(export))
        world.take(chance.choice(exports))
        assert world.paid(days_of(export)) == before
        check(world, world.take(export), export)
