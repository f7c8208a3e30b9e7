# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The events that staff's log knows are those that the program writes."""

from pathlib import Path

from core.staff.log_events import LogEvent


def test_each_event_of_the_catalogue_is_written_by_something() -> None:
    """Named here with the place that writes it, so that none is described that never happens."""
    written = {
        LogEvent.STARTED: "kiosk/staff/book.py",
        LogEvent.STOPPED: "kiosk/staff/book.py",
        LogEvent.UNCLEAN: "kiosk/staff/book.py",
        LogEvent.ADDED: "kiosk/command_line/staff_work.py",
        LogEvent.REMOVED: "kiosk/command_line/staff_work.py",
        LogEvent.SIGNED_IN: "kiosk/staff/desk.py",
        LogEvent.SIGNED_OUT: "core/visit/staff_presence.py",
        LogEvent.VISIT_ENDED: "kiosk/session/staff_side.py",
        LogEvent.RESTARTED: "core/visit/staff_side.py",
        LogEvent.DAY_PRINTED: "kiosk/session/staff_side.py",
        LogEvent.SEALED_EXPORTED: "kiosk/staff/desk.py",
        LogEvent.SEALED_DISCARDED: "kiosk/staff/desk.py",
        LogEvent.FINDINGS_SEEN: "kiosk/session/staff_side.py",
        LogEvent.LOG_EXPORTED: "kiosk/staff/desk.py",
        LogEvent.CHECKPOINT_SHOWN: "kiosk/staff/desk.py",
        LogEvent.LOG_SHORTENED: "offline_cache/staff_log.py",
    }
    assert set(written) == set(LogEvent)
    root = Path(__file__).parents[3]
    for event, place in written.items():
        assert f"LogEvent.{event.name}" in (root / place).read_text("utf-8"), event
