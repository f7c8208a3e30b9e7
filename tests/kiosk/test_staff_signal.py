# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call reaches staff by file and by command, without a network, and a broken one is only logged."""

import logging
import sys
from pathlib import Path

import pytest

from kiosk.staff_signal import StaffSignal

pytestmark = pytest.mark.expects_log


def test_a_call_is_a_line_with_time_and_machine_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "calls"
    signal = StaffSignal("hall-1", file)
    signal.call(0.0)
    signal.call(60.0, wanted=False)
    assert file.read_text("utf-8") == (
        "1970-01-01T00:00:00+00:00 hall-1\n1970-01-01T00:01:00+00:00 hall-1 taken-back\n"
    )


def test_a_command_is_run_with_the_machine_s_name_as_its_last_word(tmp_path: Path) -> None:
    said = tmp_path / "said"
    script = f"import sys; open({str(said)!r}, 'w').write(' '.join(sys.argv[1:]))"
    StaffSignal("hall-1", command=(sys.executable, "-c", script, "ring")).call(0.0)
    assert said.read_text("utf-8") == "ring hall-1"


@pytest.mark.parametrize(
    ("file", "command", "told"),
    [
        ("/no/such/folder/calls", (), "by file"),
        (None, ("/no/such/command",), "did not begin"),
        (None, (sys.executable, "-c", "raise SystemExit(3)"), "ended with 3"),
    ],
)
def test_what_fails_is_logged_and_stops_nothing(
    file: str | None, command: tuple[str, ...], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "kiosk.staff"):
        StaffSignal("hall-1", Path(file) if file else None, command).call(0.0)
    assert "asked to come to hall-1" in caplog.messages[0]
    assert told in caplog.messages[1]
