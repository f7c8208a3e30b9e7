# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""That somebody helped beside a person stands in the log of staff, and nothing of who or with what."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.ids import Language
from core.visit import events as e
from core.visit.effects import Ending
from i18n.messages import Messages
from kiosk import link
from kiosk.session.process import ended
from kiosk.staff.opening import StaffStores, open_staff_stores
from tests.support.listener import listening_session
from tests.support.processes import KEY
from ui.present import screen
from ui.registry import screens
from ui.registry_setting import a_kiosk

ROOT = Path(__file__).parents[3]
RUN = """
import sys
from functools import partial
from pathlib import Path
from kiosk import children, link, supervisor
from kiosk.staff.keeping_apart import LogApart
from kiosk.store_access import staff_keys
from tests.support.processes import KEY
supervisor.SPARE_AFTER = 0.05
child = (sys.executable, "-m", "tests.support.pretend_child")
order = link.Order(profile="town-hall-kiosk", folder="", keys={"public": "ab" * 32}, trial=False)
session, courier = (partial(children.start, (*child, role, sys.argv[1])) for role in ("session", "courier"))
keeping = LogApart(Path(sys.argv[1]), staff_keys(KEY))
kept = supervisor.Supervisor(order, order, session, courier, print,
                             on_shown=keeping.begun, on_helped=keeping.helped, on_turn=keeping.turn)
status = kept.run()
keeping.ended()
sys.exit(status)
"""


def logged(folder: Path) -> list[dict[str, object]]:
    stores = open_staff_stores(folder, KEY)
    assert isinstance(stores, StaffStores)
    rows = [json.loads(row.content) for row in stores.log.rows()]
    assert stores.log.verify().whole
    stores.close()
    return rows


@pytest.mark.parametrize("first", ["helped", "finished"])
def test_a_visit_with_a_helper_leaves_one_line_that_names_nobody(tmp_path: Path, first: str) -> None:
    (tmp_path / "first").write_text(first)
    kept = subprocess.Popen((sys.executable, "-c", RUN, str(tmp_path)), cwd=ROOT)
    heard, deadline = tmp_path / "heard", time.monotonic() + 30
    while not heard.exists() or heard.read_text().count(" show ") < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    kept.terminate()
    assert kept.wait(20) == 0
    rows = logged(tmp_path)
    helped = ["helped-beside"] if first == "helped" else []
    assert [row["event_id"] for row in rows] == ["machine-started", *helped, "machine-stopped"]
    for row in rows:
        if row["event_id"] == "helped-beside":
            assert (row["role"], row["refs"]) == ("", {})


def test_a_session_says_at_its_end_that_somebody_helped(tmp_path: Path, qtbot: QtBot) -> None:
    with listening_session(tmp_path) as listener:
        listener.at("question-text")
        assert ended(listener.session, Ending.FINISHED).helped is False
        for event in (e.HelpPressed(), e.HelperPressed(), e.HelperPressed(), e.ContinuePressed()):
            listener.tell(event)
        said = ended(listener.session, Ending.FINISHED)
        assert (said.helped, listener.visit.helper) == (True, None)
        assert link.decode(link.encode(said)) == said


def test_the_page_of_an_attendant_names_the_buttons_that_a_person_finds() -> None:
    for tag in ("en", "ar", "zh-Hans"):
        visit, texts = screens(Language(tag))["staff-attendant"], Messages.load(tag)
        said = " ".join(item.phrase.text for item in screen.present(visit, texts, a_kiosk()).items())
        assert texts.text("bar.help") in said
        assert texts.text("helping.helper") in said
