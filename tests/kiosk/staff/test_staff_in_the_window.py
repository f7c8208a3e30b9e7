# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real session at which staff sign in: they see the state, two give up an application, and it is all in the log."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.staff.lockout import FREE_TRIES
from core.staff.presence import IDLE
from core.visit import events as e
from core.visit import pages as p
from kiosk.camera import texts_in
from kiosk.command_line.commands import run_commands
from offline_cache.staff_log_file import read_checkpoint
from tests.support.processes import KEY
from tests.support.staffed_town import PINS, Town, staffed_town, window
from tests.support.stored_outbox import opened
from tests.support.submissions import MARKER, submission


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return staffed_town(tmp_path)


@pytest.mark.requirement("K-15", part="staff sign in at the window and out again")
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


def test_a_technician_scans_the_logs_signature_and_checks_it_elsewhere(
    town: Town, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    tara = town.members["Tara"]
    with window(town, qtbot) as at:
        at.signs_in(str(tara.number), PINS["Tara"])
        at.until(lambda: at.page == p.StaffHome())
        at.press("staff.checkpoint")
        at.until(lambda: isinstance(at.page, p.StaffCheckpoint) and bool(at.page.code))
        assert "first 3 records" in at.says()
        (code,) = texts_in(at.listener.session.window.shell.grab().toImage())
    stores = town.stores()
    public = stores.log.chain.public.hex()
    assert stores.log.verify(read_checkpoint(code)).whole
    stores.close()
    check = ["staff", "log", "verify", "--public-key", public, "--checkpoint", code]
    assert run_commands(check) == 0
    assert "its first 3 records" in capsys.readouterr().out
    assert run_commands([*check[:4], "00" * 32, *check[5:]]) == 1


def test_the_machine_looks_at_itself_for_a_technician(town: Town, qtbot: QtBot) -> None:
    tara = town.members["Tara"]
    with window(town, qtbot) as at:
        at.signs_in(str(tara.number), PINS["Tara"])
        at.until(lambda: at.page == p.StaffHome())
        at.press("staff.findings")
        at.qtbot.waitUntil(
            lambda: isinstance(at.page, p.StaffFindings) and at.page.found is not None, timeout=120_000
        )
        at.press("staff.print-found")
        at.until(lambda: isinstance(at.page, p.StaffFindings) and at.page.done == "print-found")
    assert town.told()[-2:] == [("findings-seen", "done"), ("findings-printed", "done")]
    (paper,) = (town.folder.parent / "paper").iterdir()
    assert (paper.name, paper.read_bytes()[:4]) == ("self-test.pdf", b"%PDF")


@pytest.mark.requirement("K-15", part="wrong PINs are waited for, also after another start")
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
