# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session uses the bus of the desktop it is on, and starts none."""

import os
from pathlib import Path

import pytest

from kiosk.session.application import BUS, NO_BUS, start_no_bus


@pytest.mark.parametrize(
    ("told", "runtime", "found"),
    [
        ("unix:path=/run/bus", None, "unix:path=/run/bus"),
        (None, "with a bus", None),
        (None, "empty", NO_BUS),
        (None, None, NO_BUS),
        ("", None, NO_BUS),
    ],
)
def test_only_a_bus_that_is_there_is_used(
    told: str | None, runtime: str | None, found: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ((BUS, told), ("XDG_RUNTIME_DIR", runtime and str(tmp_path / runtime))):
        monkeypatch.setenv(name, value or "")
        if value is None:
            monkeypatch.delenv(name)
    (tmp_path / "empty").mkdir()
    (tmp_path / "with a bus").mkdir()
    (tmp_path / "with a bus" / "bus").touch()
    start_no_bus()
    assert os.environ.get(BUS) == found
