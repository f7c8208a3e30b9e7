# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""About this machine: what it holds, who runs it, and how the visit before this one was forgotten."""

from dataclasses import dataclass

from core.end_record import EndRecord
from core.ids import Language
from core.text import Phrase
from core.visit.holding import Holding
from core.visit.pages import AboutMachine
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import number
from i18n.messages import Messages
from ui.present.masthead import PROGRAM
from ui.present.moments import in_full
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.service_facts import Fact
from ui.present.setting import Setting
from ui.present.welcome import forgets, has_notes

NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class MachineContents:
    """Facts, a line or two each; of a person no more is among them than how many services they keep at home. `notes`
    are those of the welcome page, where that has no room for them. `staff` is the way in for those who work here."""

    language: Language
    heading: str
    text: str
    notes: tuple[str, ...]
    facts: tuple[Fact, ...]
    done: str
    staff: str = ""

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        own = self.language
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            (sentence(note, own) for note in self.notes),
            (one for fact in self.facts for one in (sentence(fact.title, own), quoted(fact.text))),
            button(self.done, own),
            button(self.staff, own),
        )


def present_machine(visit: Visit, page: AboutMachine, texts: Messages, setting: Setting) -> MachineContents:
    """What is known now."""

    def fact(picture: str, key: str, text: str) -> Fact:
        return Fact(picture, texts.text(f"machine.{key}"), Phrase(text, visit.language))

    program = isolate(f"{PROGRAM} {setting.version}".strip(), "en")
    facts = (
        fact("sealed", "holds", _waiting(page.holding, texts, setting)) if page.holding is not None else None,
        fact("help-person", "person", waits)
        if (waits := _for_person(page.holding, texts, setting))
        else None,
        fact("lock", "last", _last(visit.last_end, texts, setting)),
        fact("counter", "runs", _runs(texts, setting)) if not setting.at_home else None,
        fact("documents", "catalogue", _catalogue(visit, page.holding, texts, setting)),
        fact("settings", "program", program),
        _own(visit, texts) if visit.own is not None else None,
    )
    return MachineContents(
        language=visit.language,
        heading=texts.text("machine.open"),
        text=texts.text("machine.text"),
        notes=() if has_notes(setting) else (forgets(visit, texts, setting), texts.text("welcome.speaks")),
        facts=tuple(one for one in facts if one is not None),
        done=texts.text("machine.done"),
        staff="" if setting.at_home else texts.text("staff.open"),
    )


def wiped(record: EndRecord | None, texts: Messages) -> str:
    """What the farewell says once the process that knew the person is gone; empty before that."""
    if record is None:
        return ""
    answers, seal = _count(record.answers, texts), isolate(" ".join(record.groups), "en")
    return texts.text("finished.wiped", answers=answers, record=seal)


def _own(visit: Visit, texts: Messages) -> Fact:
    """How many services wait for their person here, at home; which, is seen by who goes on."""
    services = visit.own.services() if visit.own is not None else ()
    text = texts.text("machine.own_text", count=_count(len(services), texts))
    return Fact("you", texts.text("own.heading"), Phrase(text, visit.language))


def _waiting(holding: Holding, texts: Messages, setting: Setting) -> str:
    return _some(holding.waiting, holding.oldest, texts, setting) or texts.text("machine.none")


def _for_person(holding: Holding | None, texts: Messages, setting: Setting) -> str:
    """What nobody sends on by itself; empty where there is none, which nobody needs to read about."""
    return _some(holding.for_person, holding.for_person_since, texts, setting) if holding is not None else ""


def _some(count: int, oldest: float | None, texts: Messages, setting: Setting) -> str:
    if oldest is None:
        return ""
    return texts.text("machine.some", count=_count(count, texts), moment=in_full(oldest, setting.now, texts))


def _last(record: EndRecord | None, texts: Messages, setting: Setting) -> str:
    if record is None:
        return texts.text("machine.last_none")
    return texts.text(
        "machine.last_text",
        moment=in_full(record.at, setting.now, texts),
        answers=_count(record.answers, texts),
        forms=_count(record.forms, texts),
        record=isolate(" ".join(record.groups), "en"),
    )


def _runs(texts: Messages, setting: Setting) -> str:
    return texts.text(
        "machine.runs_text", town=setting.town_in(texts.language), machine=isolate(setting.machine, "en")
    )


def _catalogue(visit: Visit, holding: Holding | None, texts: Messages, setting: Setting) -> str:
    if visit.as_of is None or holding is None or not holding.catalogue:
        return texts.text("machine.catalogue_none")
    moment = in_full(visit.as_of, setting.now, texts)
    return texts.text("machine.catalogue_text", moment=moment, mark=isolate(holding.catalogue, "en"))


def _count(count: int | None, texts: Messages) -> str:
    return NOT_KNOWN if count is None else number(count, texts.language)
