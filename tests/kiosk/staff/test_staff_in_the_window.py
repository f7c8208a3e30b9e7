# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real session at which staff sign in: they see the state, two give up an application, and it is all in the log."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core import sync
from core.staff.lockout import FREE_TRIES
from core.staff.log_events import LogEvent
from core.staff.member import Member
from core.staff.presence import IDLE
from core.staff.roles import Role
from core.submission import Refused
from core.visit import events as e
from core.visit import pages as p
from kiosk import link
from kiosk.profile.model import FilePlaces, Profile
from kiosk.staff.opening import StaffStores, open_staff_stores
from kiosk.store_access import staff_keys
from tests.support.listener import Listener, listening_session
from tests.support.processes import KEY
from tests.support.stored_outbox import opened, sealed
from tests.support.submissions import MARKER, submission
from ui.parts.text import PlainText

PINS = {"Mona": "481516", "Omar": "902143", "Tara": "775310"}
ROLES = {"Mona": Role.ATTENDANT, "Omar": Role.MANAGER, "Tara": Role.TECHNICIAN}
"""Who works here, and the PINs that only they know."""


@dataclass(frozen=True, slots=True)
class Town:
    """A machine with one refused application, three of staff, a stick and a place for paper."""

    folder: Path
    members: dict[str, Member]

    def stores(self) -> StaffStores:
        found = open_staff_stores(self.folder, KEY)
        assert isinstance(found, StaffStores)
        return found

    def log(self) -> list[dict[str, object]]:
        stores = self.stores()
        rows = [json.loads(row.content) for row in stores.log.rows()]
        assert stores.log.verify().whole
        stores.close()
        return rows

    def told(self) -> list[tuple[object, object]]:
        return [(one["event_id"], one["disposition"]) for one in self.log()]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    folder = tmp_path / "store"
    outbox = opened(folder, KEY)
    first = sealed(outbox, submission(1))
    leaving = sync.claim(first, 2_000.0)
    assert outbox.update(first, leaving)
    assert outbox.update(leaving, sync.after(leaving, Refused(400, MARKER.decode()), 2_000.0, 0.5))
    outbox.close()
    for place in ("stick", "paper"):
        (tmp_path / place).mkdir()
    town = Town(folder, {})
    stores = town.stores()
    for name, pin in PINS.items():
        member = stores.staff.add(name, ROLES[name], pin, f"card-of-{name}")
        assert member is not None
        town.members[name] = member
    stores.close()
    return town


@dataclass(frozen=True, slots=True)
class Window:
    """One session at which staff want to sign in."""

    listener: Listener
    qtbot: QtBot

    @property
    def page(self) -> p.Page:
        return self.listener.visit.page

    def part(self, name: str) -> QWidget:
        found = self.listener.session.window.shell.findChild(QWidget, name)
        assert found is not None, name
        return found

    def press(self, name: str) -> None:
        self.part(name).setFocus()
        QTest.keyClick(self.part(name), Qt.Key.Key_Return)
        self.listener.live()

    def types(self, text: str) -> None:
        """As a scanner or a keyboard does, wherever the focus is, with Enter at the end."""
        for sign in text:
            focus: QWidget = QApplication.focusWidget() or self.listener.session.window.shell
            QTest.keyClicks(focus, sign)
        QTest.keyClick(self.part("staff.field"), Qt.Key.Key_Return)
        self.listener.live()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=30_000)

    def signs_in(self, first: str, pin: str) -> None:
        self.types(first)
        self.until(lambda: isinstance(self.page, p.StaffDoor) and self.page.asks_pin)
        self.types(pin)
        self.until(lambda: not (isinstance(self.page, p.StaffDoor) and self.page.asking))

    def says(self) -> str:
        shell = self.listener.session.window.shell
        return " ".join(one.text() for one in shell.findChildren(PlainText) if one.isVisible())


@contextmanager
def window(town: Town, qtbot: QtBot) -> Iterator[Window]:
    root = town.folder.parent

    def change(profile: Profile) -> Profile:
        return replace(profile, files=FilePlaces((str(root / "stick"),)), print_to=root / "paper", printer="")

    with listening_session(town.folder, change=change) as listener:
        listener.session.show(link.SHOW_STAFF, staff_keys(KEY))
        listener.live()
        yield Window(listener, qtbot)


def test_two_people_give_up_an_application_and_sign_out(town: Town, qtbot: QtBot) -> None:
    mona, omar = town.members["Mona"], town.members["Omar"]
    with window(town, qtbot) as at:
        assert at.page == p.StaffDoor()
        at.signs_in(str(mona.number), PINS["Mona"])
        at.until(lambda: "Sealed, a person has to look 1." in at.says())
        at.press("staff.print")
        at.until(lambda: at.page == p.StaffHome(done="print"))
        at.press("staff.held")
        at.press(f"held.{submission(1).seal}")
        at.press("staff.discard")
        at.press("reason.sent-another-way")
        at.signs_in(f"card-of-{omar.name}", PINS["Omar"])
        at.until(lambda: at.page == p.StaffHome(done="discard"))
        at.until(
            lambda: (
                at.listener.visit.staff is not None
                and at.listener.visit.staff.state is not None
                and not at.listener.visit.staff.state.held
            )
        )
        assert MARKER.decode() not in at.says()
        at.press("foot.primary")
        at.listener.session.stores.lane.settle()
    assert town.told() == [
        ("visit-ended-for-staff", "done"),
        ("signed-in", "done"),
        ("day-printed", "done"),
        ("signed-in", "done"),
        ("sealed-discarded", "done"),
        ("signed-out", "done"),
    ]
    (paper,) = (town.folder.parent / "paper").iterdir()
    assert paper.read_bytes().startswith(b"%PDF")
    outbox = opened(town.folder, KEY)
    assert outbox.deliveries() == ()
    outbox.close()


def test_a_technician_takes_the_log_away_and_may_give_up_nothing(town: Town, qtbot: QtBot) -> None:
    tara = town.members["Tara"]
    with window(town, qtbot) as at:
        at.signs_in(str(tara.number), PINS["Tara"])
        at.until(lambda: at.page == p.StaffHome())
        at.press("staff.log")
        at.until(lambda: at.page == p.StaffHome(done="log"))
        at.until(lambda: bool(at.part("staff.held")))
        at.press("staff.held")
        at.press(f"held.{submission(1).seal}")
        assert at.listener.session.window.shell.findChild(QWidget, "staff.discard") is None
    (file,) = (town.folder.parent / "stick").iterdir()
    assert b"log-exported" in file.read_bytes()
    assert not [name for name in PINS if name.encode() in file.read_bytes()]


def test_the_machine_looks_at_itself_for_a_technician(town: Town, qtbot: QtBot) -> None:
    tara = town.members["Tara"]
    with window(town, qtbot) as at:
        at.signs_in(str(tara.number), PINS["Tara"])
        at.until(lambda: at.page == p.StaffHome())
        at.press("staff.findings")
        at.qtbot.waitUntil(
            lambda: isinstance(at.page, p.StaffFindings) and at.page.found is not None, timeout=120_000
        )
    assert town.told()[-1] == ("findings-seen", "done")


def test_wrong_pins_stay_locked_when_the_program_begins_anew(town: Town, qtbot: QtBot) -> None:
    number = str(town.members["Mona"].number)
    with window(town, qtbot) as at:
        for _ in range(FREE_TRIES):
            at.signs_in(number, "000111")
        assert "Time until you can try again: 15 s" in at.says()
    with window(town, qtbot) as at:
        at.signs_in(number, PINS["Mona"])
        assert isinstance(at.page, p.StaffDoor)
        assert at.page.told
        assert 0 < at.page.left <= 15.0
        assert at.listener.visit.staff is None
    assert town.told().count(("signed-in", "refused")) == FREE_TRIES + 1


def test_ten_quiet_minutes_sign_out(town: Town, qtbot: QtBot) -> None:
    with window(town, qtbot) as at:
        at.signs_in(str(town.members["Mona"].number), PINS["Mona"])
        at.until(lambda: at.page == p.StaffHome())
        at.listener.session.runner.stop()
        for second in (0.0, IDLE - 50, IDLE):
            at.listener.tell(e.Tick(1e6 + second))
        at.listener.session.stores.lane.settle()
    assert town.told()[-1] == ("signed-out", "done")
    assert town.log()[-1]["refs"] == {"why": "time"}


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
        LogEvent.LOG_SHORTENED: "offline_cache/staff_log.py",
    }
    assert set(written) == set(LogEvent)
    root = Path(__file__).parents[3]
    for event, place in written.items():
        assert f"LogEvent.{event.name}" in (root / place).read_text("utf-8"), event
