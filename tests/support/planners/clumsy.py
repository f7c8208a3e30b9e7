# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody slow and clumsy at the glass: trembles, strikes twice, slides off, presses Back and Help by mistake.

The model of accessibility.md section 5: the finger lands 6 mm around what it means (one sigma), every fifth press is
struck twice at 0.35 s, pauses last 20 to 90 s, one press in twenty is Back. It looks at what is shown and does what
is needed next, whatever came before; it never knows what its last press did.
"""

import random
import re
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from core.forms.definition import AnswerType, Question
from core.forms.entry import Entry
from core.ids import QuestionPath, ServiceId
from core.visit import events as e
from core.visit import pages as p
from core.visit.lists import entries, is_list
from kiosk.clock import MachineClock
from tests.support.planners.journey import answer_for, received, service_called
from tests.support.robot import MORE, Robot
from ui.keyboard.key import Key
from ui.parts.control import Control
from ui.parts.field import TextField

SIGMA_MM = 6.0
TWICE, TWICE_AFTER = 0.2, 0.35
SLIPS, BACK, ASTRAY = 0.08, 0.05, 0.03
PAUSES = (20.0, 90.0)
BETWEEN_KEYS = 2.0
MOST_STEPS = 4000
MOST_KEYS = 400
WHILE_BUSY_MS = 10
CHOICES = (AnswerType.SELECT_ONE, AnswerType.SELECT_MULTIPLE)


class SlowClock(MachineClock):
    """The machine's clock, which can be put forward while a person hesitates."""

    ahead = 0.0

    def steady(self) -> float:
        return super().steady() + self.ahead


@dataclass
class Clumsy:
    """One visit. `wanted` is what the person means to answer; `did` counts what went astray."""

    robot: Robot
    clock: SlowClock
    chance: random.Random
    wanted: dict[QuestionPath, str] = field(default_factory=dict)
    did: dict[str, int] = field(default_factory=dict)
    steps: int = 0

    def travel(self, ending: str) -> str:
        """Do the whole service. Returns the agency's reference; empty after 'Finish' by mistake, with nothing lost."""
        service = service_called(self.robot, ending)
        while self.steps < MOST_STEPS:
            if self.robot.endings:
                filling = self.robot.visit.filling
                assert filling is None or not filling.answered, "answers were lost"
                self._note("finished")
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
        event = self.robot.visit.catalogue.services[service].events[0]
        match page:
            case _ if over is not None:
                self._touch("foot.primary" if isinstance(over, p.StillThere | p.OfferPace) else "bar.back")
            case p.AboutService(opening=True) | p.Check(sealing=True):
                QTest.qWait(WHILE_BUSY_MS)
            case p.Welcome():
                self._touch("language.en")
            case p.Home():
                there = self.robot.find(f"event.{event}") is not None
                self._touch(f"event.{event}" if there else "home.more")
            case p.MoreEvents():
                self._touch(f"event.{event}")
            case p.EventServices(event=shown):
                self._touch(f"service.{service}" if shown == event else "bar.back")
            case p.AboutService(service=shown):
                self._touch("foot.primary" if shown == service else "bar.back")
            case p.Question() as asked:
                self._answer(asked)
            case p.SaidBack():
                self._touch("foot.primary")
            case p.Check():
                self._check()
            case p.Recall():
                self._wait(2.0)
            case _:
                self._touch("bar.back")
        QApplication.processEvents()
        self.steps += 1

    def _check(self) -> None:
        """Nothing is sent that was not meant."""
        entry = self._entry()
        for path, meant in self.wanted.items():
            if not _says(entry.form.question(path), entry.raw(path), meant) and path in {
                question.path for question in entry.pages()
            }:
                self._touch(f"change.{path}")
                return
        self._touch("foot.primary", surely=True)

    def _entry(self) -> Entry:
        filling = self.robot.visit.filling
        assert filling is not None
        return filling.entry

    def _answer(self, page: p.Question) -> None:
        entry = self._entry()
        question = entry.question(page.path)
        if is_list(page.path):
            self._touch("foot.primary" if entries(entry, page.path) else "list.add")
            return
        if page.path not in self.wanted:
            self.wanted[page.path] = entry.raw(page.path) or answer_for(entry, question)
        meant, now = self.wanted[page.path], entry.raw(page.path)
        if _says(question, now, meant):
            self._touch("foot.primary")
        elif question.type in CHOICES:
            self._choose(question, meant, now)
        else:
            self._write_one(question, meant)

    def _choose(self, question: Question, meant: str, now: str) -> None:
        wrong = sorted(set(meant.split()) ^ set(now.split()), key=lambda value: value not in meant.split())
        name = f"answer.choice.{wrong[0]}"
        if not meant and question.type is AnswerType.SELECT_ONE:
            name = "foot.undo" if self.robot.find("foot.undo") is not None else "bar.back"
        elif self.robot.find(name) is None and self.robot.find("answer.more") is not None:
            name = "answer.more"
        self._touch(name)

    def _write_one(self, question: Question, meant: str) -> None:
        """Write until one field says what is meant, or something else is shown."""
        for name, text in _fields(question, meant).items():
            widget = self.robot.find(name)
            if widget is None:
                self._touch(name)
                return
            if _text(widget) != text:
                self._write(name, text)
                return

    def _write(self, name: str, text: str) -> None:
        page = self.robot.page
        self._touch(name)
        for _ in range(MOST_KEYS):
            widget = self.robot.find(name)
            if self.robot.page != page or self.robot.over is not None or widget is None:
                return
            there = _text(widget)
            if there == text:
                return
            key = self._key(text[len(there)] if text.startswith(there) else "")
            if not key:
                self._touch("foot.letters" if self.robot.find("foot.letters") is not None else name)
                return
            self._touch(key, writing=True)

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

    def _wait(self, seconds: float) -> None:
        self.clock.ahead += seconds
        self.robot.session.send(e.Tick(self.clock.steady()))
        QApplication.processEvents()

    def _touch(self, name: str, *, writing: bool = False, surely: bool = False) -> None:
        self._wait(BETWEEN_KEYS if writing else self.chance.uniform(*PAUSES))
        if self.robot.over is not None and not name.startswith(("foot.", "bar.")):
            return
        if not surely and not writing and self.chance.random() < BACK:
            self._note("back")
            name = "bar.back"
        elif not surely and not writing and self.chance.random() < ASTRAY:
            self._note("astray")
            name = self.chance.choice(("bar.help", "bar.settings", "bar.language"))
        widget = self.robot.find(name) or self.robot.find(MORE)
        if widget is None:
            return
        if self.chance.random() < SLIPS:
            self._slip(widget)
            return
        point = self._near(widget)
        self._click(point)
        if self.chance.random() < TWICE:
            self._note("twice")
            self.clock.ahead += TWICE_AFTER
            self._click(point)

    def _near(self, widget: QWidget) -> QPoint:
        per_mm = self.robot.session.window.shell.look.screen.ppi / 25.4
        trembling = QPoint(*(round(self.chance.gauss(0, SIGMA_MM * per_mm)) for _ in "xy"))
        aimed = widget.mapTo(self.robot.shell, widget.rect().center()) + trembling
        if not widget.rect().contains(widget.mapFrom(self.robot.shell, aimed)):
            self._note("missed")
        return aimed

    def _click(self, point: QPoint) -> None:
        under = self.robot.shell.childAt(point) or self.robot.shell
        QTest.mouseClick(
            under,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            under.mapFrom(self.robot.shell, point),
        )
        QApplication.processEvents()

    def _slip(self, widget: QWidget) -> None:
        """The finger slides off before it is lifted: nothing happens by it (OPR-03)."""
        self._note("slipped")
        before = (self.robot.page, self.robot.over)
        away = QPoint(widget.width() // 2, -3 * widget.height())
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        QTest.mouseMove(widget, away)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=away)
        QApplication.processEvents()
        if isinstance(widget, Control):
            assert (self.robot.page, self.robot.over) == before, "sliding off has pressed"

    def _note(self, what: str) -> None:
        self.did[what] = self.did.get(what, 0) + 1


def _says(question: Question, now: str, meant: str) -> bool:
    """Whether an answer is what was meant; a date as it was typed is the same day."""
    if question.type in (AnswerType.DATE, AnswerType.TIME, AnswerType.DATE_TIME):
        parts = 3 if question.type is AnswerType.DATE else 2 if question.type is AnswerType.TIME else 5
        written, wanted = ([int(one) for one in re.findall(r"\d+", text)][:parts] for text in (now, meant))
        return written == wanted
    return now == meant


def _text(widget: QWidget) -> str:
    if isinstance(widget, TextField):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def _fields(question: Question, meant: str) -> dict[str, str]:
    """What is to stand in each field of a question; nothing in any for an answer that is left out."""
    date, _, time = meant.partition("T") if question.type is AnswerType.DATE_TIME else (meant, "", meant)
    found: dict[str, str] = {}
    match question.type:
        case AnswerType.INTEGER | AnswerType.DECIMAL:
            return {"answer.number": meant}
        case AnswerType.DATE | AnswerType.DATE_TIME | AnswerType.TIME:
            if question.type is not AnswerType.TIME:
                parts = date.split("-") if date else ["", "", ""]
                found |= {
                    f"answer.{one}": str(int(part)) if part else ""
                    for one, part in zip(("day", "month", "year"), reversed(parts), strict=True)
                }
            if question.type is not AnswerType.DATE:
                hour, minute = time.split(":")[:2] if time else ("", "")
                found |= {"answer.hour": hour, "answer.minute": minute}
            return found
        case _:
            return {"answer.text": meant}
