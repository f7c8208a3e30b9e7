# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help from a person: real ways on, each with its place and time; needs no network."""

from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from core.visit.on_paper import can_go_on_by_pen
from core.visit.state import Visit
from i18n.direction import plain, within
from i18n.messages import Messages
from ui.present import hidden, outside
from ui.present.page_help import page_help
from ui.present.page_words import page_words
from ui.present.printing import NO_PAPER, PrintContents, printing
from ui.present.reading import Item, button, heading, quoted, sentence, shown
from ui.present.setting import Setting

HOURS = 80

LARGEST = 5
"""The text step whose letters are higher than 12 mm by themselves."""


@dataclass(frozen=True, slots=True)
class WayOn:
    """A way to a person that is not pressed but used: a number, a place.

    `number` is what is dialled, where it stands by itself, large, and is said twice; then `text` is what else belongs
    to it, or empty.
    """

    picture: str
    title: str
    text: Phrase
    number: str = ""


@dataclass(frozen=True, slots=True)
class HelpContents:
    """The help of the page below, and the ways to a person.

    `call` is empty where nobody can be called, or once somebody was; then `coming` says so, and `call_back` takes it
    back. `helper` says that somebody beside the person helps, or helps no more; `uncover` shows or covers answers then.
    `hide` hides the page below from everybody; `paper` prints the form of the page below, to go on
    with by pen, or the numbers to call. `words` say what words of the page below mean here.
    """

    language: Language
    heading: str
    here: str
    note: str
    call: str
    call_back: str
    helper: str
    helper_note: str
    uncover: str
    call_note: str
    coming: str
    hide: str
    ways: tuple[WayOn, ...]
    alone: str
    paper: PrintContents = NO_PAPER
    paper_note: str = ""
    words_heading: str = ""
    words: tuple[str, ...] = ()

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.here, self.language),
            sentence(self.coming, self.language),
            sentence(self.helper_note, self.language),
            sentence(self.note, self.language),
            button(self.call, self.language),
            sentence(self.call_note, self.language),
            button(self.call_back, self.language),
            button(self.uncover, self.language),
            button(self.helper, self.language),
            button(self.hide, self.language),
            sentence(self.paper.state, self.language),
            button(self.paper.text, self.language),
            sentence(self.paper_note, self.language),
            (item for way in self.ways for item in self._way(way)),
            sentence(self.words_heading, self.language),
            (Item(Phrase(word, self.language)) for word in self.words),
            button(self.alone, self.language),
        )

    def _way(self, way: WayOn) -> tuple[Item, ...]:
        number = Item(Phrase(way.number, self.language), twice=True)
        return (sentence(way.title, self.language), number, quoted(way.text))


def present_help(visit: Visit, texts: Messages, setting: Setting) -> HelpContents:
    """What help there is at this machine."""
    callable_here = not setting.at_home
    helper = visit.helper
    uncover = "helping.cover" if helper is not None and helper.uncovered else "helping.uncover"
    kept = texts.minutes(round(visit.delays.called / 60))
    by_pen = can_go_on_by_pen(visit)
    apart = numbers_apart(setting)
    # Numbers that are too much to copy are taken along; a form on paper has them, too.
    asked = "help.on_paper" if by_pen else "help.print_numbers" if setting.preferences.assisted else ""
    paper = printing(visit, texts.text(asked), texts, setting) if asked else NO_PAPER
    words = page_words(visit, texts)
    return HelpContents(
        language=visit.language,
        heading=texts.text("helping.heading"),
        here=page_help(visit, texts, scans_receipts=setting.scans_receipts),
        note=texts.text("help.heading"),
        call=texts.text("help.call") if callable_here and not visit.called else "",
        call_note=texts.text("help.call_note") if callable_here and not visit.called else "",
        call_back=texts.text("helping.call_back") if callable_here and visit.called else "",
        helper=texts.text("helping.helper" if helper is None else "helping.helper_ends"),
        helper_note=_assurance(visit, texts, setting),
        uncover="" if helper is None else texts.text(uncover),
        coming=texts.text("help.coming", time=kept) if visit.called else "",
        hide=hidden.hide(visit, texts),
        ways=ways_to_a_person(visit.language, texts, setting, apart=apart),
        alone=texts.text("help.alone"),
        paper=paper,
        paper_note=texts.text("help.on_paper_note") if paper.text and by_pen else "",
        words_heading=texts.text("helping.words") if words else "",
        words=words,
    )


def _assurance(visit: Visit, texts: Messages, setting: Setting) -> str:
    """What need not be feared; left out where words are few."""
    if visit.helper is not None:
        return texts.text("helping.helper_note")
    return "" if setting.preferences.assisted else texts.text("help.note")


def numbers_apart(setting: Setting) -> bool:
    """Whether numbers stand by themselves, in digits of 12 mm and more: assisted, unless all letters are so large."""
    return setting.preferences.assisted and setting.preferences.text_step < LARGEST


def ways_to_a_person(
    language: Language, texts: Messages, setting: Setting, *, apart: bool = False
) -> tuple[WayOn, ...]:
    """What is used instead of being pressed, in the town's own words; `apart` sets its numbers by themselves."""
    found: list[WayOn] = []
    times = plain(setting.hours, HOURS, lines=False)
    if setting.phone:
        number = within(plain(setting.phone, HOURS, lines=False), language)
        text = texts.text("help.phone_text", number=number, hours=times) if times else number
        title = texts.text("help.phone")
        if apart:
            found.append(WayOn("phone", title, Phrase(times, language), number))
        else:
            found.append(WayOn("phone", title, Phrase(text, language)))
    place = outside.name(setting.counter, language)
    if place.text:
        text = texts.text("help.counter_text", place=place.text, hours=times) if times else place.text
        found.append(WayOn("counter", texts.text("help.counter"), Phrase(text, language)))
    if setting.emergency:
        text, title = texts.text("help.danger_text", number=setting.emergency), texts.text("help.danger")
        if apart:
            found.append(WayOn("emergency", title, Phrase("", language), text))
        else:
            found.append(WayOn("emergency", title, Phrase(text, language)))
    return tuple(sorted(found, key=lambda way: not way.number))
