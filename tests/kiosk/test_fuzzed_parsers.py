# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""No parser of anything from outside raises: a hundred damaged inputs each, and a guided search in the long run."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.damaged_answers import mutated
from tests.support.fuzz_targets import TARGETS
from tests.support.fuzzing import PLANTED

ROOT = Path(__file__).parents[2]
DAMAGED = 100
SECONDS = 20
FOUND_SECONDS = 120
"""The search for the planted fault ends as soon as it is found."""


@pytest.mark.expects_log
@pytest.mark.parametrize("name", TARGETS)
def test_damaged_input_gives_a_value(name: str) -> None:
    chance, target = random.Random(name), TARGETS[name]
    for seed in target.seeds:
        target.parse(seed)
    for _ in range(DAMAGED):
        target.parse(mutated(chance, chance.choice(target.seeds)))


def searched(name: str, seconds: int, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (sys.executable, "-m", "tests.support.fuzzing", name, str(seconds), str(folder)),
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.long
@pytest.mark.parametrize("name", TARGETS)
def test_a_guided_search_finds_nothing(name: str, tmp_path: Path) -> None:
    found = searched(name, SECONDS, tmp_path)

    assert found.returncode == 0, found.stdout[-2000:] + found.stderr[-2000:]
    assert "stat::number_of_executed_units" in found.stderr


@pytest.mark.long
def test_a_guided_search_finds_the_planted_fault(tmp_path: Path) -> None:
    found = searched(PLANTED, FOUND_SECONDS, tmp_path)

    assert found.returncode != 0
    assert "the planted fault" in found.stdout + found.stderr
