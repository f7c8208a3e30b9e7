# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof of the key stores: it has every environment that is promised, and what comes late is no success."""

import shutil
from pathlib import Path

import pytest

from proof import key_stores
from proof.verdict import Trial
from tests.support.key_stores import ENVIRONMENTS, Answer, Environment

LATE = key_stores.SECONDS + 0.1


@pytest.mark.parametrize(("seconds", "kept"), [(LATE, False), (key_stores.SECONDS, True)])
def test_the_right_verdict_that_comes_late_breaks_the_promise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seconds: float, kept: bool
) -> None:
    def said(environment: Environment, home: Path, *, trusting: bool) -> Answer:
        del home, trusting
        return Answer(environment.expected, seconds)

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(key_stores, "said_in", said)

    assert key_stores.prove(Trial(1, control=False, folder=tmp_path)).kept is kept


@pytest.mark.parametrize("backend", ["fail", "null", "chainer"])
def test_every_store_of_keyring_that_is_none_is_tried(backend: str) -> None:
    chosen = [value for one in ENVIRONMENTS.values() for _, value in one.variables]
    assert any(value.startswith(f"keyring.backends.{backend}.") for value in chosen)
