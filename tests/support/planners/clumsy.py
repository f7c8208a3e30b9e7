# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody slow and clumsy at the glass, whose finger trembles: does what is needed next, whatever came before.

It looks at what is shown, and never knows what its last press did.
"""

import random
from dataclasses import dataclass, field

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.forms.definition import AnswerType, Question
from core.ids import QuestionPath, ServiceId
from core.visit import pages as p
from core.visit.lists import entries, is_list
from core.visit.state import Filling
from tests.support.planners.journey import received, service_called
from tests.support.planners.meant import fields, meant_for, says, stands, text_of
from tests.support.planners.trembling import TremblingFinger
from tests.support.robot import Robot
from tests.support.slow_clock import SlowClock
from ui.keyboard.key import Key
from ui.present.ranges import is_shown_whole

MOST_STEPS = 4000
MOST_KEYS = 400
WHILE_BUSY_MS = 10
CHOICES = (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE, AnswerType.TRUTH)
TAKEN_BACK = (AnswerType.SELECT_ONE, AnswerType.RANGE)
"""What is not taken back by pressing it again."""


@dataclass
class Clumsy:
    """One visit. `wanted` is what the person means to answer; `did` counts what went astray."""

    robot: Robot
    clock: SlowClock
    chance: random.Random
    wanted: dict[QuestionPath, str] = field(default_factory=dict)
    did: dict[str, int] = field(default_factory=dict)
    steps: int = 0

    def __post_init__(self) -> None:
        self._finger = TremblingFinger(self.robot, self.clock, self.chance, self.did)

    def travel(self, ending: str) -> str:
        """Do the whole service. Returns the agency's reference; empty after 'Finish' by mistake, with nothing lost."""
        service = service_called(self.robot, ending)
        while self.steps < MOST_STEPS:
            if self.robot.endings:
                filling = self.robot.visit.filling
                assert filling is None or not filling.answered, "answers were lost"
                self._finger.note("finished")
                return ""
            if isinstance(self.robot.page, p.Sent):
                self.robot.until(lambda: received(self.robot), "for the agency's answer")
                assert self.robot.visit.delivery is not None
                return self.robot.visit.delivery.reference
            self._next(service)
        raise AssertionError(f"{MOST_STEPS} presses, and still at {self.robot.page}: {self.did}")

    def _next(self, service: ServiceId) -> None:
        """What is needed now."""
        over, page = self.robot.over, self.robot.page
        event = self.robot.known.catalogue.services[service].events[0]
        match page:
            case _ if over is not None:
                self._finger.touch(
                    "foot.primary" if isinstance(over, p.StillThere | p.OfferPace) else "bar.back"
                )
            case p.AboutService(opening=True) | p.Check(sealing=True):
                QTest.qWait(WHILE_BUSY_MS)
            case p.Welcome():
                self._finger.touch("language.en")
            case p.Home():
                there = self.robot.find(f"event.{event}") is not None
                self._finger.touch(f"event.{event}" if there else "home.more")
            case p.MoreEvents():
                self._finger.touch(f"event.{event}")
            case p.EventServices(event=shown):
                self._finger.touch(f"service.{service}" if shown == event else "bar.back")
            case p.AboutService(service=shown):
                self._finger.touch("foot.primary" if shown == service else "bar.back")
            case p.Question() as asked:
                self._answer(asked)
            case p.SaidBack():
                self._finger.touch("foot.primary")
            case p.Check():
                self._check()
            case p.Recall():
                self._finger.wait(2.0)
            case _:
                self._finger.touch("bar.back")
        QApplication.processEvents()
        self.steps += 1

    def _check(self) -> None:
        """Nothing is sent that was not meant."""
        filling = self._filling()
        asked = {question.path for question in filling.entry.pages()}
        for path, meant in self.wanted.items():
            question = filling.entry.question(path)
            if path in asked and not says(question, stands(filling, question), meant):
                self._finger.touch(f"change.{path}")
                return
        self._finger.touch("foot.primary", surely=True)

    def _filling(self) -> Filling:
        filling = self.robot.visit.filling
        assert filling is not None
        return filling

    def _answer(self, page: p.Question) -> None:
        filling = self._filling()
        question = filling.entry.question(page.path)
        if is_list(page.path):
            self._finger.touch("foot.primary" if entries(filling.entry, page.path) else "list.add")
            return
        if page.path not in self.wanted:
            self.wanted[page.path] = meant_for(filling, question)
        meant, now = self.wanted[page.path], stands(filling, question)
        if says(question, now, meant):
            self._go_on()
        elif question.type is AnswerType.RANK:
            self._order(meant.split(), now.split())
        elif question.type in CHOICES or is_shown_whole(question):
            self._choose(question, meant, now)
        else:
            self._write_one(question, meant)

    def _go_on(self) -> None:
        """Keys that take the whole page are put away first."""
        covering = self.robot.find("foot.primary") is None
        away = [
            key for key in ("key.put_away", "pad.put_away") if covering and self.robot.find(key) is not None
        ]
        self._finger.touch(away[0] if away else "foot.primary")

    def _order(self, meant: list[str], now: list[str]) -> None:
        """Give the next place, or take back the first that is not as it is meant; what is left alone places itself."""
        wrong = [one for one, other in zip(now, meant, strict=False) if one != other]
        name = f"answer.choice.{wrong[0] if wrong else meant[len(now)]}" if meant else "answer.again"
        self._finger.touch(name)

    def _choose(self, question: Question, meant: str, now: str) -> None:
        wrong = sorted(set(meant.split()) ^ set(now.split()), key=lambda value: value not in meant.split())
        name = f"answer.choice.{wrong[0]}"
        if not meant and question.type in TAKEN_BACK:
            name = "foot.undo" if self.robot.find("foot.undo") is not None else "bar.back"
        elif self.robot.find(name) is None and self.robot.find("answer.more") is not None:
            name = "answer.more"
        self._finger.touch(name)

    def _write_one(self, question: Question, meant: str) -> None:
        """Write until one field says what is meant, or something else is shown."""
        for name, text in fields(question, meant).items():
            widget = self.robot.find(name)
            if widget is None:
                self._finger.touch(name)
                return
            if text_of(widget) != text:
                self._write(name, text)
                return

    def _write(self, name: str, text: str) -> None:
        page = self.robot.page
        self._finger.touch(name)
        for _ in range(MOST_KEYS):
            widget = self.robot.find(name)
            if self.robot.page != page or self.robot.over is not None or widget is None:
                return
            there = text_of(widget)
            if there == text:
                return
            key = self._key(text[len(there)] if text.startswith(there) else "")
            if not key:
                self._finger.touch("foot.letters" if self.robot.find("foot.letters") is not None else name)
                return
            self._finger.touch(key, writing=True)

    def _key(self, sign: str) -> str:
        """The key for a sign that is shown, or one that leads to it; for no sign, the one that deletes."""
        names = (
            [f"key.{sign}", f"pad.{sign}", f"key.{sign.lower()}"] if sign else ["key.delete", "pad.delete"]
        )
        if sign == " ":
            names = ["key.space"]
        letter = self.robot.find(f"key.{sign.lower()}") if sign.isalpha() else None
        if isinstance(letter, Key) and letter.words.isupper() is not sign.isupper():
            names = ["key.capitals"]
        for one in (*names, "key.sheet", "key.letters"):
            if self.robot.find(one) is not None:
                return one
        return ""
