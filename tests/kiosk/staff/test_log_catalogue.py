# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The events that staff's log knows are those that the program writes: each is made to happen and stands there."""

import getpass
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.code_set import codes_of
from core.errors import Trouble
from core.ids import QuestionPath
from core.staff.finding import Found, Gravity
from core.staff.log_events import CATALOGUE, LogEvent
from core.staff.roles import Role
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.copying_pages import StaffShowCodes
from core.visit.editing_state import Kept
from core.visit.self_test_pages import StaffKeys
from kiosk import store_key
from kiosk.bundles.home import BundleHome
from kiosk.bundles.repository import METADATA
from kiosk.bundles.signed_profile import signed
from kiosk.camera import texts_in
from kiosk.command_line import staff_work
from kiosk.command_line.deciding import written_down
from kiosk.paper import Printer
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from kiosk.session import staff_side
from kiosk.staff import book
from kiosk.staff.opening import StaffStores
from kiosk.version import VERSION
from tests.kiosk.staff.test_paper_in_the_printer import looks_in_the_printer
from tests.support.bundle_world import PROFILE, BundleTown
from tests.support.dying_courier import SetClock
from tests.support.edited_profile import copied, with_keys_and_a_source
from tests.support.print_server import QUEUE, print_server
from tests.support.staffed_town import PINS, Town, Window, staffed_town, window
from tests.support.submissions import submission

YEAR = 366 * 86_400.0


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return staffed_town(tmp_path)


def test_each_event_of_the_catalogue_is_really_written(
    town: Town, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _runs_of_the_program(town)
    _people_come_and_go(town, monkeypatch)
    signing = BundleTown(tmp_path / "signing")
    with window(town, qtbot, _that_trusts(signing, tmp_path)) as at:
        _a_managers_day(at, town, signing)
    with window(town, qtbot, with_keys_and_a_source(tmp_path)) as at:
        _a_technicians_day(at, town, monkeypatch)
    looks_in_the_printer(town, qtbot)
    _a_jam(town, tmp_path, qtbot, monkeypatch)
    found = _written(town)
    _two_years_later(town)
    assert found | _written(town) == {event.value: CATALOGUE[event].refs for event in LogEvent}


def _written(town: Town) -> dict[object, tuple[str, ...]]:
    """Each kind that stands in the log, with what stood beside it at least once."""
    beside: dict[object, set[str]] = {}
    for row in town.log():
        refs = row["refs"]
        assert isinstance(refs, dict)
        beside.setdefault(row["event_id"], set()).update(refs)
    return {
        name: tuple(ref for ref in CATALOGUE[LogEvent(name)].refs if ref in refs)
        for name, refs in beside.items()
    }


def _runs_of_the_program(town: Town) -> None:
    """A run in order, and one that ended with the power."""
    stores, clock = town.stores(), SetClock()
    book.begun(stores.log, clock, VERSION)
    book.helped(stores.log, clock)
    book.paper_left(stores.log, clock, 2)
    book.ended(stores.log, clock)
    book.begun(stores.log, clock, VERSION)
    book.begun(stores.log, clock, VERSION)
    stores.close()


def _people_come_and_go(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the command line, with the same stores."""

    @contextmanager
    def stores(*_given: object) -> Iterator[StaffStores]:
        opened = town.stores()
        yield opened
        opened.close()

    monkeypatch.setattr(staff_work, "staff_stores", stores)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "604418")
    profile = load("town-hall-kiosk")
    assert isinstance(profile, Profile)
    assert staff_work.add(profile, None, "Pia", Role.ATTENDANT, card=False) == 0
    assert staff_work.remove(profile, None, "Pia") == 0
    written_down(store_key.Found(town.key, town.folder), LogEvent.SEALED_SENT_AGAIN, submission(1).seal)


def _a_managers_day(at: Window, town: Town, signing: BundleTown) -> None:
    at.signs_in(str(town.members["Omar"].number), "000111")
    at.signs_in(str(town.members["Omar"].number), PINS["Omar"])
    at.until(lambda: "Sealed, a person has to look 1." in at.says())
    at.press("staff.print")
    at.until(lambda: at.page == p.StaffHome(done="print"))
    _changes_a_setting(at)
    _copies_the_settings(at, town, signing)
    at.press("staff.held")
    at.press(f"held.{submission(1).seal}")
    at.press("staff.export")
    at.until(lambda: isinstance(at.page, p.StaffItem) and at.page.trouble is not None)
    at.press("staff.discard")
    at.press("reason.trial-entry")
    at.signs_in(f"card-of-{town.members['Mona'].name}", PINS["Mona"])
    at.until(lambda: at.page == p.StaffHome(done="discard"))
    at.press("staff.restart")
    at.listener.session.stores.lane.settle()


def _that_trusts(signing: BundleTown, tmp_path: Path) -> Path:
    """The profile of a machine to which the town carries settings that it has signed."""
    file = copied(tmp_path)
    root = signing.public / METADATA / "1.root.json"
    file.write_text(f'{file.read_text("utf-8")}\n[bundle]\nroot = "{root}"\n', "utf-8")
    return file


def _copies_the_settings(at: Window, town: Town, signing: BundleTown) -> None:
    """Shown from a stick, then read from what was shown, and tried next; what anybody else has signed is not."""
    stick = town.folder.parent / "stick" / "library.kiosk"
    at.press("staff.show-codes")
    at.until(lambda: at.page == p.StaffHome(trouble=Trouble("trouble.no_signed_settings")))
    stick.write_bytes(signed(PROFILE.decode(), time.time(), VERSION, signing.key("targets")))
    at.press("staff.show-codes")
    at.until(lambda: isinstance(at.page, StaffShowCodes) and len(at.page.codes) > 1)
    shown = []
    for number in range(1, _shown(at) + 1):
        assert f"Code {number} of {_shown(at)}" in at.says()
        (code,) = texts_in(at.listener.session.window.shell.grab().toImage())
        shown.append(code)
        at.press("foot.primary")
    at.listener.tell(e.BackPressed())
    strangers = signed(PROFILE.decode(), time.time(), VERSION, signing.key("agency-health"))
    for codes, how in ((codes_of(strangers), "refused"), (tuple(reversed(shown)), "done")):
        at.press("staff.read-codes")
        for code in codes:
            at.listener.session.card_shown(code)
        at.until(lambda: isinstance(at.page, p.StaffHome))
        assert town.told()[-1] == ("settings-taken-from-codes", how)
    assert at.page == p.StaffHome(done="read-codes")
    stick.unlink()
    assert BundleHome.beside(town.folder).ready() == 1


def _shown(at: Window) -> int:
    assert isinstance(at.page, StaffShowCodes)
    return len(at.page.codes)


def _changes_a_setting(at: Window) -> None:
    at.press("staff.edit")
    editing = at.listener.session._staff.editing
    at.until(lambda: editing.window is not None)
    assert editing.window is not None
    session, path = editing.window.session, QuestionPath("/data/town/hours")
    assert at.listener.session.window.shell.isHidden()
    for event in (e.ChangePressed(path), e.AnswerGiven(path, "09:00-12:00"), e.BackPressed()):
        session.send(event)
    at.until(lambda: session.runner.visit.editing is not None and not session.runner.visit.editing.breaches)
    session.send(pe.ProfileSavePressed())
    at.until(
        lambda: session.runner.visit.editing is not None and session.runner.visit.editing.kept is Kept.SAVED
    )
    session.send(e.FinishPressed())
    at.until(lambda: editing.window is None)
    assert at.listener.session.window.shell.isVisible()


def _a_technicians_day(at: Window, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_side, "findings", lambda _profile: (Found("Disk", Gravity.BAD, "full"),))
    at.signs_in(str(town.members["Tara"].number), PINS["Tara"])
    at.until(lambda: at.page == p.StaffHome())
    at.press("staff.findings")
    at.until(lambda: isinstance(at.page, p.StaffFindings) and at.page.found is not None)
    at.press("staff.print-found")
    at.until(lambda: isinstance(at.page, p.StaffFindings) and at.page.done == "print-found")
    at.press("staff.touch")
    at.press("foot.primary")
    at.listener.tell(e.BackPressed())
    at.press("staff.findings")
    at.press("staff.keys")
    at.press("foot.primary")  # Return is for choosing; that it answers is all that the first press does.
    assert at.page == StaffKeys(frozenset({"select"}), "Return", "select")
    at.press("foot.primary")
    assert "Did not answer" in at.says()
    at.listener.tell(e.BackPressed())
    at.until(lambda: "Set-ups from elsewhere" in at.says())
    at.press("staff.ask")
    at.until(lambda: at.page == p.StaffHome(done="ask"))
    at.press("staff.checkpoint")
    at.until(lambda: town.told()[-1][0] == "checkpoint-shown")
    at.listener.tell(e.BackPressed())
    for place in (town.folder.parent / "stick").iterdir():
        place.unlink()
    (town.folder.parent / "stick").rmdir()
    at.press("staff.log")
    at.until(lambda: isinstance(at.page, p.StaffHome) and at.page.trouble is not None)
    at.press("foot.primary")
    at.listener.session.stores.lane.settle()


def _a_jam(town: Town, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_server(tmp_path / "cups") as server:
        monkeypatch.setenv("CUPS_SERVER", server.socket)
        server.jams()
        assert Printer(QUEUE).put(b"%PDF-1.7", "day") is None
        with window(town, qtbot, queue=QUEUE) as at:
            at.signs_in(str(town.members["Tara"].number), PINS["Tara"])
            at.until(lambda: "Sheets that wait: 1." in at.says())
            at.press("staff.free")
            at.until(lambda: at.page == p.StaffHome(done="free"))
            at.press("foot.primary")
            at.listener.session.stores.lane.settle()


def _two_years_later(town: Town) -> None:
    stores, clock = town.stores(), SetClock()
    clock.now += 10 * YEAR
    book.begun(stores.log, clock, VERSION)
    stores.close()
