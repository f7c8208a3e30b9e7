# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers of visits that nobody finished: counted whatever ends the visit, told to staff and to who comes next."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.staff.printer_state import PaperLeft
from kiosk.paper_left import FILE, looked_for, paper_left
from kiosk.staff.opening import StaffStores, open_staff_stores
from tests.support.processes import KEY, kill_with_children

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from functools import partial
from pathlib import Path
from kiosk import child as watched, children, link, supervisor
from kiosk.paper_left import PaperWatch
from kiosk.staff.keeping import LogKeeping
from tests.support.processes import KEY
watched.SILENT_AFTER = 1.0
supervisor.SPARE_AFTER = 0.05
child = (sys.executable, "-m", "tests.support.pretend_child")
order = link.Order(profile="town-hall-kiosk", folder="", keys={"public": "ab" * 32}, trial=False)
session, courier = (partial(children.start, (*child, role, sys.argv[1])) for role in ("session", "courier"))
keeping = LogKeeping(Path(sys.argv[1]), KEY)
paper = PaperWatch(Path(sys.argv[1]), keeping.paper_left)
paper.begin()
def shown():
    keeping.begun()
    paper.settle()
kept = supervisor.Supervisor(order, order, session, courier, print, on_shown=shown, paper=paper)
status = kept.run()
keeping.ended()
sys.exit(status)
"""

Start = Callable[[str], "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    begun: list[subprocess.Popen[bytes]] = []

    def start(first: str) -> "subprocess.Popen[bytes]":
        (tmp_path / "first").write_text(first)
        begun.append(
            subprocess.Popen(
                (sys.executable, "-c", RUN, str(tmp_path)),
                cwd=ROOT,
                start_new_session=True,
                stderr=subprocess.DEVNULL,
            )
        )
        return begun[-1]

    yield start
    for one in begun:
        one.terminate()
        assert one.wait(20) in (0, -signal.SIGKILL)


def shows(folder: Path) -> list[list[str]]:
    """What each session was told when somebody could come to it."""
    file = folder / "heard"
    lines = [line.split() for line in file.read_text().splitlines()] if file.exists() else []
    return [line[3:] for line in lines if line[2] == "show"]


def under_way(folder: Path) -> int:
    file = folder / FILE
    return int(json.loads(file.read_text())["under_way"]) if file.exists() else 0


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def logged(folder: Path) -> list[tuple[object, object]]:
    stores = open_staff_stores(folder, KEY)
    assert isinstance(stores, StaffStores)
    rows = [json.loads(row.content) for row in stores.log.rows()]
    assert stores.log.verify().whole
    stores.close()
    return [(row["event_id"], row["refs"]) for row in rows if row["event_id"] != "machine-started"]


@pytest.mark.requirement("PRV-08", part="papers of a visit that nobody finished are counted and logged")
@pytest.mark.requirement("E-09", part="papers of a visit that nobody finished are counted and logged")
@pytest.mark.parametrize("ending", ["left", "die", "freeze"])
def test_papers_of_a_visit_that_ended_by_itself_are_counted_logged_and_told(
    start: Start, tmp_path: Path, ending: str
) -> None:
    before = time.time()
    start(f"prints {ending}")
    until(lambda: len(shows(tmp_path)) == 2)

    assert shows(tmp_path) == [["welcome"], ["welcome", "paper"]]
    left = paper_left(tmp_path)
    assert (left.papers, before <= left.since <= time.time()) == (2, True)
    until(lambda: logged(tmp_path) == [("paper-left", {"papers": 2})])
    assert set(json.loads((tmp_path / FILE).read_text())) == {"under_way", "left", "since", "notice"}


def test_papers_of_a_visit_that_somebody_finished_went_with_them(start: Start, tmp_path: Path) -> None:
    start("prints finished")
    until(lambda: len(shows(tmp_path)) == 2)

    assert [show[0] for show in shows(tmp_path)] == ["welcome", "finished"]
    assert not any("paper" in show for show in shows(tmp_path))
    assert paper_left(tmp_path) == PaperLeft()
    assert logged(tmp_path) == []


def test_only_the_next_visit_is_told_and_staff_until_they_have_looked(start: Start, tmp_path: Path) -> None:
    start("prints left\nleft\nprints die")
    until(lambda: len(shows(tmp_path)) == 4)

    assert shows(tmp_path) == [["welcome"], ["welcome", "paper"], ["welcome"], ["welcome", "paper"]]
    assert paper_left(tmp_path).papers == 4
    assert looked_for(tmp_path) == 4
    assert paper_left(tmp_path) == PaperLeft()


@pytest.mark.requirement("PRV-08", part="papers that were printed before the power went")
@pytest.mark.requirement("E-09", part="papers that were printed before the power went")
def test_papers_are_known_of_when_every_process_was_killed_at_once(start: Start, tmp_path: Path) -> None:
    first = start("prints wait")
    until(lambda: under_way(tmp_path) == 2)
    assert kill_with_children(first) >= 1
    assert paper_left(tmp_path) == PaperLeft()

    start("wait")
    until(lambda: paper_left(tmp_path).papers == 2)
    until(lambda: len(shows(tmp_path)) == 2)

    assert shows(tmp_path) == [["welcome"], ["welcome", "paper"]]
    until(lambda: [event for event, _ in logged(tmp_path)] == ["unclean-stop", "paper-left"])


@pytest.mark.parametrize("how", ["killed", "stopped"])
def test_who_comes_is_told_however_often_the_machine_starts_before_that(
    start: Start, tmp_path: Path, how: str
) -> None:
    first = start("prints wait")
    until(lambda: under_way(tmp_path) == 2)
    kill_with_children(first)
    second = start("wait")
    until(lambda: paper_left(tmp_path).papers == 2)
    if how == "killed":
        kill_with_children(second)
    else:
        second.terminate()
        second.wait(20)
    start("left")
    until(lambda: len(shows(tmp_path)) == 4)

    warned = ["welcome", "paper"]
    assert shows(tmp_path) == [["welcome"], warned, warned, ["welcome"]]
    assert paper_left(tmp_path).papers == 2


def test_a_warned_visit_that_leaves_papers_itself_warns_the_next_who_comes(
    start: Start, tmp_path: Path
) -> None:
    start("prints left\nprints staff\nslow left")
    until(lambda: len(shows(tmp_path)) == 4)

    warned = ["welcome", "paper"]
    assert [show for show in shows(tmp_path) if show[0] != "staff"] == [["welcome"], warned, warned]
    assert paper_left(tmp_path).papers == 4


@pytest.mark.parametrize(("ending", "papers"), [("left", 1), ("finished", 0)])
def test_a_paper_that_was_not_taken_after_all_is_put_right_in_the_visit_it_belongs_to(
    start: Start, tmp_path: Path, ending: str, papers: int
) -> None:
    start(f"prints late {ending}\nprints wait")
    until(lambda: under_way(tmp_path) == 2)
    until(lambda: (tmp_path / "heard").read_text().count("input closed") == 1)
    until(lambda: paper_left(tmp_path).papers == papers)

    assert under_way(tmp_path) == 2, "what the visit has that is there now"


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "content", ["", "[", '{"left": 2, "names": []}', "7", '{"under_way": [], "left": 2, "since": 0}']
)
def test_a_count_that_cannot_be_read_is_none_and_stops_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)

    assert paper_left(tmp_path) == PaperLeft()
    assert looked_for(tmp_path) == 0
