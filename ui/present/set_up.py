# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a first set-up: what each says, which settings stand on it, and what the machine saw there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import Phrase
from core.visit import editing as rules
from core.visit import guiding
from core.visit.editing_state import Editing
from core.visit.guiding_state import CARD_MM, STEPS, Guided, SetUpStep, card_pixels
from core.visit.pages import SetUp
from core.visit.state import Visit
from i18n.direction import plain
from i18n.formats import with_unit
from i18n.messages import Messages
from ui.present.profile import LONGEST_NAME, SayingContents, saying
from ui.present.profile_order import way_to_order
from ui.present.profile_rows import ProfileRow, row, wrongs
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.set_up_seen import EventRow, SeenRow, events, seen, summary
from ui.present.set_up_words import ASKS, LOOKING, LOOKS, settings_at, words_of
from ui.present.setting import Setting
from ui.present.true_size import MILLIMETRE

if TYPE_CHECKING:
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class StretchContents:
    """A bar as long as a bank card would be, in pixels, and the buttons that change it."""

    pixels: float
    longer: str
    shorter: str


@dataclass(frozen=True, slots=True)
class AskedContents:
    """A question that only somebody at the machine can answer; `said` is what they have said."""

    question: str
    yes: str
    no: str
    said: bool | None


@dataclass(frozen=True, slots=True)
class SetUpContents:
    """One page. A button without words is not there."""

    language: Language
    heading: str
    hint: str
    position: int
    total: int
    where: str
    saying: SayingContents | None
    stretch: StretchContents | None
    look: str
    address: str
    walk: str
    asked: AskedContents | None
    waiting: str
    seen: tuple[SeenRow, ...]
    events: tuple[EventRow, ...]
    rows: tuple[ProfileRow, ...]
    order: str
    go_on: str
    save: str
    try_it: str
    undo: str

    def items(self) -> tuple[Item, ...]:
        """In reading order. The bar is for the eye, and for a card that is held against it."""
        own, told, stretch, asked = self.language, self.saying, self.stretch, self.asked
        return shown(
            sentence(self.where, own),
            heading(self.heading, own),
            sentence(self.hint, own),
            (sentence(told.title, own), sentence(told.text, own)) if told is not None else (),
            (button(stretch.longer, own), button(stretch.shorter, own)) if stretch is not None else (),
            button(self.look, own),
            button(self.address, own),
            button(self.walk, own),
            _asked(asked, own) if asked is not None else (),
            sentence(self.waiting, own),
            (item for one in self.seen for item in one.items(own)),
            (button(one.key, own) for one in self.seen),
            (item for one in self.events for item in one.items()),
            (item for one in self.rows for item in one.items(own)),
            button(self.order, own),
            button(self.save, own),
            button(self.go_on, own),
            button(self.try_it, own),
            button(self.undo, own),
        )


def _asked(asked: AskedContents, own: Language) -> tuple[Item, ...]:
    return (
        sentence(asked.question, own),
        Item(Phrase(asked.yes, own), Role.ONE_OF, chosen=asked.said is True),
        Item(Phrase(asked.no, own), Role.ONE_OF, chosen=asked.said is False),
    )


def present_set_up(visit: Visit, page: SetUp, texts: Messages, setting: Setting) -> SetUpContents:
    """What the page says. ValueError without a set-up, which the visit never lets happen."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None or editing.guided is None:
        raise ValueError("a page of a set-up needs one")
    entry, guided, here = filling.entry, editing.guided, page.step
    wrong = wrongs(editing, entry, texts, setting)
    is_last = here is SetUpStep.DONE
    shown_here = [one for one in entry.pages() if _stands_here(one.path, here, entry, frozenset(wrong))]
    return SetUpContents(
        language=Language(texts.language),
        heading=texts.text("profile.heading", name=plain(editing.name, LONGEST_NAME, lines=False))
        if is_last
        else words_of(here, texts).heading,
        hint=_hint(here, texts),
        position=here.number,
        total=len(STEPS),
        where=texts.text("set_up.step", n=here.number, total=len(STEPS)),
        saying=_saying(editing, guided, page, tuple(wrong.values()), texts),
        stretch=_stretch(entry, texts) if here is SetUpStep.SCREEN else None,
        look=texts.text(LOOKS[here]) if here in LOOKS else "",
        address=texts.text("list.add") if here is SetUpStep.AGENCIES else "",
        walk=texts.text("set_up.walk") if here is SetUpStep.FORMS and _can_be_walked(editing, entry) else "",
        asked=_question(guided, here, texts),
        waiting=texts.text(LOOKING) if here in guided.looking else "",
        seen=(*(summary(guided, texts) if is_last else ()), *seen(guided, here, texts)),
        events=events(guided, entry, texts) if here is SetUpStep.SERVICES else (),
        rows=tuple(row(editing, entry, one, texts, setting, wrong) for one in shown_here),
        order="" if is_last else way_to_order(editing, entry, shown_here, texts),
        go_on="" if is_last else texts.text("question.continue"),
        save=texts.text("profile.save") if is_last else "",
        try_it=texts.text("profile.try") if is_last else "",
        undo=texts.text("question.undo") if editing.earlier else "",
    )


def _hint(here: SetUpStep, texts: Messages) -> str:
    if here is SetUpStep.SCREEN:
        return texts.text("set_up.card", length=with_unit(Decimal(str(CARD_MM)), MILLIMETRE, texts.language))
    return words_of(here, texts).hint


def _can_be_walked(editing: Editing, entry: Entry) -> bool:
    """A start must take the profile: the walk is done as on the machine itself."""
    return rules.fits(editing, entry)


def _stands_here(path: str, here: SetUpStep, entry: Entry, wrong: frozenset[str]) -> bool:
    if here is SetUpStep.DONE:
        return path in wrong
    return settings_at(here, path, entry)


def _saying(
    editing: Editing, guided: Guided, page: SetUp, wrong: tuple[str, ...], texts: Messages
) -> SayingContents | None:
    here = page.step
    if editing.trouble is not None or here is SetUpStep.DONE:
        return saying(editing, wrong, texts, told=page.told or here is SetUpStep.DONE)
    if guided.said.get(here) is False:
        return SayingContents("error", texts.text(ASKS[here].otherwise), "")
    return None


def _stretch(entry: Entry, texts: Messages) -> StretchContents:
    try:
        ppi = float(entry.raw(guiding.PPI))
    except ValueError:
        ppi = guiding.USUAL_PPI
    return StretchContents(card_pixels(ppi), texts.text("set_up.longer"), texts.text("set_up.shorter"))


def _question(guided: Guided, here: SetUpStep, texts: Messages) -> AskedContents | None:
    """Asked once something was said, or printed, and nothing was in the way."""
    if here not in ASKS or here in guided.looking or here not in guided.seen or guided.seen[here]:
        return None
    yes, no = texts.text("truth.yes"), texts.text("truth.no")
    return AskedContents(texts.text(ASKS[here].question), yes, no, guided.said.get(here))
