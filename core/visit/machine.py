# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages about the machine: what it holds, for anybody to see before they trust it, and that it is out of order."""

from dataclasses import replace

from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import DescribeMachine
from core.visit.state import Visit
from core.visit.steps import Step, stay


def step(visit: Visit, event: e.ByPerson) -> Step | None:
    """What leads to the page and away from it; None for anything else."""
    match visit.page, event:
        case p.Welcome(), e.MachineOpened():
            return Step(visit.go(p.AboutMachine()), (DescribeMachine(),))
        case p.AboutMachine(), e.ContinuePressed():
            return Step(replace(visit, page=p.Welcome(), trail=()))
        case p.OutOfOrder(), e.LanguageChosen(language=language):
            return Step(replace(visit, language=language))
        case p.OutOfOrder(), _:
            # Nothing leads on from there, and nothing back.
            return stay(visit)
        case _:
            return None


def answered(visit: Visit, event: e.MachineDescribed | e.EndKnown) -> Step:
    """What the stores hold, or how the visit before this one was forgotten."""
    match event:
        case e.EndKnown(record=record):
            return Step(replace(visit, last_end=record))
        case e.MachineDescribed(holding=holding):
            if isinstance(visit.page, p.AboutMachine):
                return Step(replace(visit, page=p.AboutMachine(holding)))
            return stay(visit)


def is_untouched(visit: Visit) -> bool:
    """Whether nobody has begun anything: the welcome page stands there as it came."""
    return isinstance(visit.page, p.Welcome) and visit.over is None and not visit.begun


def held(visit: Visit) -> tuple[int, int]:
    """How many answers, and forms begun, a visit holds in its memory."""
    fillings = (*((visit.filling,) if visit.filling is not None else ()), *visit.aside)
    answers = sum(
        bool(filling.entry.raw(question.path)) for filling in fillings for question in filling.entry.pages()
    )
    sent = visit.sent
    kept = sum(bool(sent.raw(question.path)) for question in sent.pages()) if sent is not None else 0
    return answers + kept + len(visit.said), len(fillings)
