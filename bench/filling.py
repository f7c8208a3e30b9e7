# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The time of each press in very large forms: 20,000 choices, 500 entries of a list, 3,000 questions.

A process of its own with a real window: for each press it prints the milliseconds from the event, through the rules of
the visit and the form, to the end of the painting; and what an answer costs in forms of three lengths, with no window.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from PySide6.QtWidgets import QApplication

from bench.dressing import Dressing, Taken
from bench.figures import Figure, percentile
from bench.large_forms import dependent, long_list, many_entries
from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import Language, QuestionPath, SubmissionId
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from kiosk import children
from kiosk.profile.file import load
from kiosk.profile.model import Profile
from ui.registry import screens

GOAL: Final = 100.0
"""Milliseconds that a press may take, 95 times of 100."""
FLAT_GOAL: Final = 2.0
"""How much dearer an answer may be in a form of 3,000 questions than in one of 30."""

CHOICES: Final = 20_000
ENTRIES: Final = 500
LENGTHS: Final = (30, 300, 3_000)
TURNS: Final = 20
WIDEST: Final = 32
"""Characters of the longest bar of the chart."""

NOW: Final = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def _begun(form: Form) -> Entry:
    return Entry.begin(form, SubmissionId("uuid:5d2c1c5e-7f61-4d8a-9d3e-2d4f8a1b6c70"), NOW.date(), NOW)


class Pressing:
    """A window that shows a form being filled, of which the time of each press is taken."""

    def __init__(self, dressing: Dressing, entry: Entry, path: str) -> None:
        self._dressing = dressing
        base = screens(Language("en"))["question-text"]
        assert base.filling is not None
        self.visit: Visit = replace(base, filling=replace(base.filling, entry=entry))
        self.go(path)

    def go(self, path: str) -> Taken:
        """The page of a question."""
        self.visit = replace(self.visit, page=p.Question(QuestionPath(path)))
        return self._dressing.page(self.visit)

    def told(self, event: e.Event) -> Taken:
        """What a press means, and what the page then says, without drawing it."""
        began, spent = time.perf_counter(), time.process_time()
        self.visit, _ = step(self.visit, event)
        meant = (time.perf_counter() - began) * 1000, (time.process_time() - spent) * 1000
        return _sum(meant, self._dressing.read(self.visit))

    def press(self, event: e.Event) -> Taken:
        """A press, to the end of the painting."""
        began, spent = time.perf_counter(), time.process_time()
        self.visit, _ = step(self.visit, event)
        meant = (time.perf_counter() - began) * 1000, (time.process_time() - spent) * 1000
        return _sum(meant, self._dressing.page(self.visit))


def _sum(one: Taken, other: Taken) -> Taken:
    return one[0] + other[0], one[1] + other[1]


def _of_choices(dressing: Dressing) -> Iterator[tuple[str, list[Taken]]]:
    """A choice out of very many: a press on one, and what its page says. Drawing it is another matter."""
    pressing = Pressing(dressing, _begun(long_list(CHOICES)), "/data/before")
    street = QuestionPath("/data/street")
    times: dict[str, list[Taken]] = {"page told": [], "choice": [], "on": []}
    for turn in range(TURNS):
        pressing.visit = replace(pressing.visit, page=p.Question(street))
        times["page told"].append(dressing.read(pressing.visit))
        times["choice"].append(pressing.told(e.AnswerGiven(street, f"s{turn * 997}")))
        times["on"].append(pressing.press(e.ContinuePressed()))
    yield from ((f"{CHOICES} choices: {name}", taken) for name, taken in times.items())


def _of_entries(dressing: Dressing) -> Iterator[tuple[str, list[Taken]]]:
    """A list of very many entries: its page, an answer in the middle, one entry more and one less."""
    entry, more = _begun(many_entries()), QuestionPath("/data/person[+]")
    for number in range(1, ENTRIES + 1):
        entry = entry.add(more)
        entry = entry.answer(QuestionPath(f"/data/person[{number}]/name"), f"Person {number}")
        entry = entry.answer(QuestionPath(f"/data/person[{number}]/age"), "30")
    pressing = Pressing(dressing, entry, more)
    times: dict[str, list[Taken]] = {"page": [], "answer": [], "on": [], "add": [], "remove": []}
    for turn in range(TURNS):
        times["page"].append(pressing.go(more))
        times["add"].append(pressing.press(e.AddPressed()))
        times["page"].append(pressing.go(more))
        times["remove"].append(pressing.press(e.RemovePressed(ENTRIES + 1)))
        age = QuestionPath(f"/data/person[{ENTRIES // 2 + turn}]/age")
        pressing.go(age)
        times["answer"].append(pressing.press(e.AnswerGiven(age, str(10 + turn))))
        times["on"].append(pressing.press(e.ContinuePressed()))
    yield from ((f"{ENTRIES} entries: {name}", taken) for name, taken in times.items())


def _keystroke(count: int) -> float:
    """Microseconds of an answer and its verdict, in a form of so many questions: the median."""
    entry = _begun(dependent(count))
    for question in entry.form.questions:
        entry = entry.answer(question.path, "5")
    taken: list[float] = []
    for turn in range(301):
        question = entry.form.questions[(turn * 7) % LENGTHS[0]]
        began = time.perf_counter()
        entry = entry.answer(question.path, str(turn % 8))
        entry.problem(question.path)
        taken.append((time.perf_counter() - began) * 1e6)
    return percentile(taken, 0.5)


def main() -> None:
    """Measure, and print one JSON object."""
    application = QApplication(sys.argv[:1])
    profile = load("town-hall-kiosk")
    if not isinstance(profile, Profile):
        raise TypeError("the shipped profile does not open")
    dressing = Dressing(profile)
    presses = dict([*_of_choices(dressing), *_of_entries(dressing)])
    del application
    json.dump(
        {"presses": presses, "keystrokes": {str(count): _keystroke(count) for count in LENGTHS}}, sys.stdout
    )


def measure(environment: Mapping[str, str]) -> Iterator[Figure]:
    """Run the process on a screen; its figures, and a chart of what an answer costs in longer and longer forms."""
    wanted = {**environment, "PYTHONPATH": children.OWN_CODE}
    done = subprocess.run(
        (sys.executable, "-m", "bench.filling"), env=wanted, check=True, capture_output=True
    )
    found = json.loads(done.stdout)
    for what, taken in found["presses"].items():
        times, spent = [one for one, _ in taken], [one for _, one in taken]
        worst = percentile(times, 0.95)
        yield Figure(f"{what}, median of {len(taken)}", percentile(times, 0.5), "ms")
        yield Figure(f"{what}, processor time, p95", percentile(spent, 0.95), "ms")
        yield Figure(f"{what}, p95", worst, "ms", None, f"under {GOAL:.0f} ms", worst < GOAL)
    costs = {int(count): cost for count, cost in found["keystrokes"].items()}
    least, most = costs[LENGTHS[0]], max(costs.values())
    goal = f"under {FLAT_GOAL:g} x of {LENGTHS[0]}"
    for count, cost in costs.items():
        bar = "#" * max(1, round(cost / most * WIDEST))
        yield Figure(f"answer, {count:>4} questions {bar}", cost, "us", None, goal, cost < FLAT_GOAL * least)


if __name__ == "__main__":
    main()
