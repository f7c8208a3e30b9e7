# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about one service: what it is, who does it, what it needs, and whether it works here and now."""

from dataclasses import dataclass
from typing import assert_never

from core.catalogue import ChannelKind, PublicService
from core.ids import Language
from core.text import Phrase
from core.visit.begun import held, unsent
from core.visit.pages import AboutService
from core.visit.state import Availability, Visit
from i18n.messages import Messages
from ui.present import drawings, form_languages, offices, outside
from ui.present.availability import MarkContents, mark
from ui.present.news_words import looked
from ui.present.printing import NO_PAPER, PrintContents, printing
from ui.present.reading import Item, Role, button, heading, quoted, sentence, shown
from ui.present.service_facts import Fact, facts, organisation_name
from ui.present.setting import Setting


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing beside the page's business; never anything to press."""

    title: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class ServiceContents:
    """`start` is empty when the service cannot be begun here; `other` then leads on.

    `languages` says what the form or the description is in, where that is not the page's language. `begun` is said
    when the service's form waits with answers; `afresh` then begins it anew. `kept` is said when another form waits.
    `waiting` is said while the form is being opened. `look` asks whether the form is here now, `looked` is what came of
    it. `mine` is said of one of the person's own services; `own` adds it
    to them, or takes it out again. `paper` prints what the page says.
    """

    language: Language
    picture: str
    mark: MarkContents | None
    name: Phrase
    description: Phrase
    languages: str
    facts: tuple[Fact, ...]
    notes: tuple[Note, ...]
    begun: str
    kept: str
    waiting: str
    start: str
    afresh: str
    other: str
    person: str
    mine: str = ""
    own: str = ""
    paper: PrintContents = NO_PAPER
    look: str = ""
    looked: str = ""

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            Item(self.name, Role.HEADING),
            sentence(self.mark.text, self.language) if self.mark else (),
            quoted(self.description),
            sentence(self.mine, self.language),
            sentence(self.languages, self.language),
            (
                item
                for fact in self.facts
                for item in (sentence(fact.title, self.language), quoted(fact.text))
            ),
            (item for note in self.notes for item in (heading(note.title, self.language), quoted(note.text))),
            sentence(self.begun, self.language),
            sentence(self.kept, self.language),
            button(self.look, self.language),
            button(self.paper.text, self.language),
            sentence(self.looked, self.language),
            sentence(self.waiting, self.language),
            sentence(self.paper.state, self.language),
            button(self.start, self.language),
            button(self.afresh, self.language),
            button(self.other, self.language),
            button(self.person, self.language),
            button(self.own, self.language),
        )


def present_service(visit: Visit, page: AboutService, texts: Messages, setting: Setting) -> ServiceContents:
    """What the page about a service says. The service may have left the catalogue meanwhile."""
    language = visit.language
    service = visit.service(page.service)
    if service is None:
        return _gone(visit, texts)
    available = visit.availability(service)
    name = outside.name(service.name, language)
    begun = held(visit, service.id)
    startable = visit.startable(service) or begun is not None
    answered = begun is not None and begun.answered
    mine = visit.own is not None and service.id in visit.own.added
    return ServiceContents(
        language=language,
        picture=drawings.of_service(visit.catalogue, service),
        mark=mark(available, texts),
        name=name if name.text else Phrase(texts.text("service.unnamed"), language),
        description=outside.sentences(service.description, language),
        facts=facts(visit.catalogue, service, texts),
        languages=form_languages.of_service(service, begun, texts, startable=startable),
        notes=_notes(visit, service, available, texts),
        begun=texts.text("service.begun") if answered else "",
        kept=_kept(visit, service, texts) if startable else "",
        waiting=texts.text("service.opening") if page.opening else "",
        start=texts.text("service.go_on" if answered else "service.start") if startable else "",
        afresh=texts.text("service.afresh") if answered else "",
        other="" if startable else texts.text("service.other"),
        person="" if startable else texts.text("search.person"),
        mine=texts.text("own.is_mine") if mine else "",
        own=texts.text("own.remove" if mine else "own.add") if visit.own is not None else "",
        paper=printing(
            visit, texts.text("service.print_bring" if service.evidence else "service.print"), texts, setting
        ),
        look=texts.text("news.look") if available is Availability.NOT_YET_HERE and not startable else "",
        looked=looked(visit, texts),
    )


def _gone(visit: Visit, texts: Messages) -> ServiceContents:
    language = visit.language
    return ServiceContents(
        language=language,
        picture=drawings.PLAIN,
        mark=None,
        name=Phrase(texts.text("service.gone"), language),
        description=Phrase(texts.text("service.gone_hint"), language),
        languages="",
        facts=(),
        notes=(),
        begun="",
        kept="",
        waiting="",
        start="",
        afresh="",
        other=texts.text("service.other"),
        person=texts.text("search.person"),
        looked=looked(visit, texts),
    )


def _kept(visit: Visit, service: PublicService, texts: Messages) -> str:
    """Nothing begun is lost by beginning here: says so, by name."""
    names = offices.services_line(visit, [one for one in unsent(visit) if one.service != service.id], texts)
    key = "keep.other" if visit.keeps else "service.keeps_other"
    return texts.text(key, names=names) if names else ""


def _notes(
    visit: Visit, service: PublicService, available: Availability, texts: Messages
) -> tuple[Note, ...]:
    language = visit.language

    def note(title: str, text: str) -> Note:
        return Note(title, Phrase(text, language))

    rules = tuple(outside.sentences(rule, language) for rule in service.rules)
    first = tuple(Note(texts.text("service.rule.title"), rule) for rule in rules[:1] if rule.text)
    match available:
        case Availability.WORKS_NOW:
            steps = note(texts.text("service.steps.title"), texts.text("service.steps.text"))
            send = note(texts.text("service.send.title"), texts.text("service.send.text"))
            return (*(first or (steps,)), send)
        case Availability.LEAVES_LATER:
            who = organisation_name(visit.catalogue, service.api, language).text
            text = texts.text("service.later.text_unnamed")
            if who:
                text = texts.text("service.later.text", name=who)
            return (*first, note(texts.text("service.later.title"), text))
        case Availability.NOT_YET_HERE:
            return (*first, note(texts.text("service.not_yet.title"), texts.text("service.not_yet.text")))
        case Availability.COUNTER_ONLY if _has_counter(service):
            return (*first, note(texts.text("service.counter.title"), texts.text("service.counter.text")))
        case Availability.COUNTER_ONLY:
            return (*first, note(texts.text("service.elsewhere.title"), texts.text("service.elsewhere.text")))
        case _:
            assert_never(available)


def _has_counter(service: PublicService) -> bool:
    return any(channel.kind is ChannelKind.COUNTER for channel in service.channels)
