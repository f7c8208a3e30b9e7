# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a person at the visit: takes the same events and reads the same pages, with answers from a file."""

import difflib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from core.errors import Trouble
from core.forms.entry import Entry
from core.ids import QuestionPath, ServiceId, SubmissionId
from core.offer import EVERYTHING, Offer, short_name
from core.ports import Clock
from core.submission import Delivery, DeliveryState
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import Ending, EndVisit
from core.visit.lists import ANOTHER, entries, is_full, is_list
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from kiosk.command_line.given_answers import given_to, names
from kiosk.command_line.nobody_around import NobodyAround
from kiosk.drafts import Stores
from kiosk.effects import Effects
from kiosk.lanes import InlineLane
from kiosk.opening_forms import OpeningForms
from kiosk.shelf import shelf
from ui.present.problem_words import problem_words

PAUSE = 0.1
SETTLED = (DeliveryState.RECEIVED, DeliveryState.REFUSED, DeliveryState.ATTENTION)
MOST_PAGES = 5_000
"""More pages than any form has: a form that leads in circles must not hang the command line."""
MOST_NAMED = 20


class Unattended(NobodyAround):
    """One service done by events alone. Prints each question with its answer, the states and the reference."""

    def __init__(
        self,
        visit: Visit,
        stores: Stores,
        clock: Clock,
        texts: Messages,
        say: Callable[[str], None],
        new_id: Callable[[], SubmissionId],
        random_bytes: Callable[[int], bytes],
        forms: OpeningForms | None = None,
        offer: Offer = EVERYTHING,
    ) -> None:
        # Answers come with the paths of their questions, one after the other.
        self._visit = replace(visit, apart=True)
        self._stores = stores
        self._texts = texts
        self._say = say
        self._offer = offer
        self._effects = Effects(
            InlineLane(),
            lambda: stores,
            self._send,
            self,
            clock,
            new_id,
            forms or OpeningForms(),
            offer,
            random_bytes,
            # Whoever may start a command needs no kiosk to flood an agency.
            most_an_hour=None,
        )

    @property
    def delivery(self) -> Delivery | None:
        """Where the submission is that was made."""
        return self._visit.delivery

    def do(
        self, service: str, given: Mapping[str, str], courier: Callable[[], None], wait: float
    ) -> Trouble | None:
        """Fill, send, and wait for the agency's answer at most `wait` seconds. None when it was received or sealed."""
        found = self._find(service, courier, wait)
        if isinstance(found, Trouble):
            return found
        self._send(e.LanguageChosen(self._visit.language))
        self._send(e.SearchOpened())
        self._send(e.ServiceChosen(found))
        self._send(e.StartPressed())
        trouble = self._fill(dict(given))
        if trouble is not None:
            return trouble
        self._send(e.SendPressed())
        return self._await_answer(courier, wait)

    def _find(self, service: str, courier: Callable[[], None], wait: float) -> ServiceId | Trouble:
        deadline = time.monotonic() + wait
        while True:
            courier()
            self._send(shelf(self._stores.cache, self._offer))
            catalogue, over = self._visit.catalogue, time.monotonic() > deadline
            known = [one for one in catalogue.services.values() if service in (one.id, short_name(one.id))]
            for one in known:
                if over or one.api is None or (one.api.endpoint, one.api.form) in self._visit.forms:
                    return one.id
            if over or (catalogue.services and not known):
                names = [short_name(one) for one in catalogue.services]
                near = difflib.get_close_matches(service, names, n=3) or names[:5]
                return Trouble("trouble.no_such_service", {"service": service[:80], "near": ", ".join(near)})
            time.sleep(PAUSE)

    def _fill(self, given: dict[str, str]) -> Trouble | None:
        for _ in range(MOST_PAGES):
            match self._visit.page:
                case p.Question(path=path, told=told):
                    trouble = self._answer(path, told, given)
                    if trouble is not None:
                        return trouble
                case p.Check():
                    if given:
                        return Trouble("trouble.answers_unused", {"questions": ", ".join(sorted(given))})
                    return None
                case p.InTrouble(trouble=trouble):
                    return trouble
                case p.AboutService(service=service):
                    return Trouble("trouble.no_form_here", {"service": service})
                case _:
                    raise RuntimeError(f"unexpected page {type(self._visit.page).__name__}")
        return Trouble("trouble.form_in_circles")

    def _answer(self, path: QuestionPath, told: bool, given: dict[str, str]) -> Trouble | None:
        entry = self._entry()
        question = entry.question(path)
        language = self._visit.language
        if is_list(path) and not told:
            return self._go_through(path, given)
        if told:
            problem = entry.problem(path)
            assert problem is not None
            said = (
                entry.text(problem.message, language).text
                if problem.message
                else problem_words(problem, self._texts)
            )
            offered = ", ".join(one.value for one in entry.choices(question)[:MOST_NAMED])
            return Trouble("trouble.answer_not_taken", {"question": path, "why": said}, offered)
        name = next((one for one in names(entry, path) if one in given), None)
        if name is not None:
            self._send(given_to(entry, path, given.pop(name)))
        if (trouble := self._refused()) is not None:
            return trouble
        entry = self._entry()
        answer = entry.answer_text(question, language).text
        self._say(f"{entry.text(question.label, language).text}" + (f"  {answer}" if answer else ""))
        self._send(e.ContinuePressed())
        return None

    def _go_through(self, path: QuestionPath, given: Mapping[str, str]) -> Trouble | None:
        """One more entry of a list while there are answers for it, else on."""
        entry = self._entry()
        number = len(entries(entry, path)) + 1
        stems = tuple(f"{name.removesuffix(ANOTHER)}[{number}]/" for name in names(entry, path))
        self._say(f"{entry.text(entry.question(path).label, self._visit.language).text}  {number - 1}")
        if any(name.startswith(stems) for name in given) and not is_full(entry, path):
            self._send(e.AddPressed())
            # An entry that nothing is asked in would be added for ever.
            if self._visit.page != p.Question(path):
                return None
        self._send(e.ContinuePressed())
        return None

    def _refused(self) -> Trouble | None:
        """Why the file that the answers name was not taken."""
        filling = self._visit.filling
        return filling.offered.trouble if filling is not None and filling.offered is not None else None

    def _entry(self) -> Entry:
        assert self._visit.filling is not None
        return self._visit.filling.entry

    def _await_answer(self, courier: Callable[[], None], wait: float) -> Trouble | None:
        deadline, said = time.monotonic() + wait, None
        while True:
            if isinstance(self._visit.page, p.InTrouble):
                return self._visit.page.trouble
            delivery = self._visit.delivery
            assert delivery is not None
            if delivery.state is not said:
                said = delivery.state
                self._say(f"[{said.value}] {self._texts.text(f'apply.state.{said.value}')} {delivery.seal}")
            if said is DeliveryState.RECEIVED:
                self._say(self._texts.text("apply.reference", reference=delivery.reference))
                return None
            if said is DeliveryState.REFUSED:
                return Trouble("trouble.refused", {"reason": delivery.reason})
            if said in SETTLED or time.monotonic() > deadline:
                return None
            courier()
            time.sleep(PAUSE)
            self._effects.look_around()

    def _send(self, event: e.Event) -> None:
        self._visit, effects = step(self._visit, event)
        for effect in effects:
            self._effects.carry_out(effect)

    def end_visit(self, ending: Ending) -> None:
        """Nobody finishes here: the process ends by itself."""
        raise RuntimeError(f"{EndVisit.__name__} {ending.value}")
