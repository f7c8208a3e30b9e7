# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the program around a visit, without clock, disk or window, in a catalogue of three services."""

from core.catalogue import Catalogue, Channel, ChannelKind, EventKind, PublicService
from core.catalogue import Event as LifeEvent
from core.errors import Trouble
from core.ids import EventId, FormId, Language, OrganisationId, ServiceId, SubmissionId, VisitId
from core.submission import Delivery, DeliveryState
from core.text import LocalisedText
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.delays import Delays
from core.visit.state import Visit
from core.visit.step import step
from tests.support import small_form as small

EN, AR = Language("en"), Language("ar")
MOVE, PASSPORT = ServiceId("https://town.example/move"), ServiceId("https://town.example/passport")
PENSION = ServiceId("https://town.example/pension")
MOVING = EventId("https://town.example/moving")
REGISTRY = OrganisationId("https://town.example/registry")
ENDPOINT = "https://agency.example/v1/projects/1"
FORM = FormId("move")


def catalogue() -> Catalogue:
    """One life event with three services: two with a form, one at a counter only."""
    name = LocalisedText.of({"en": "Tell us you have moved"})
    api = Channel("c1", ChannelKind.OPENROSA, REGISTRY, ENDPOINT, FORM)
    counter = Channel("c2", ChannelKind.COUNTER, REGISTRY)
    pension = Channel("c3", ChannelKind.OPENROSA, REGISTRY, ENDPOINT, FORM)
    services = (
        PublicService(MOVE, name, name, REGISTRY, (MOVING,), (api, counter)),
        PublicService(PASSPORT, name, name, REGISTRY, (MOVING,), (counter,)),
        PublicService(PENSION, name, name, REGISTRY, (MOVING,), (pension,)),
    )
    event = LifeEvent(MOVING, EventKind.LIFE, LocalisedText.of({"en": "Moving home"}))
    return Catalogue({one.id: one for one in services}, {MOVING: event}, {}, "1")


def delivery(state: DeliveryState, reference: str = "") -> Delivery:
    """The submission of the small form."""
    return Delivery(
        id=SubmissionId("uuid:6a5c9d52-0000-4000-8000-000000000001"),
        seal="7K24MP93X",
        service=MOVE,
        organisation=REGISTRY,
        state=state,
        created=1.0,
        changed=2.0,
        reference=reference,
    )


class Told:
    """Plays the program around a visit: sends events, and keeps the effects they asked for."""

    def __init__(self, *events: e.Event, delays: Delays | None = None) -> None:
        self.visit = Visit(VisitId("v"), EN, delays or Delays())
        self.effects: list[fx.Effect] = []
        self.now = 0.0
        self.tell(e.ShelfChanged(catalogue(), 1.0, frozenset({(ENDPOINT, FORM)}), frozenset(), True), *events)

    def tell(self, *events: e.Event) -> "Told":
        """Send events."""
        for event in events:
            self.visit, effects = step(self.visit, event)
            self.effects.extend(effects)
        return self

    def wait(self, seconds: int) -> "Told":
        """Let seconds pass, with a tick each."""
        for _ in range(seconds):
            self.now += 1.0
            self.tell(e.Tick(self.now))
        return self

    def printed(self, trouble: Trouble | None = None, *, place: int = -1) -> "Told":
        """The printer has taken a paper that was asked for, or not: the last one, or that at a place."""
        papers = [effect for effect in self.effects if isinstance(effect, fx.PaperEffect)]
        return self.tell(e.Printed(papers[place], trouble))

    def asked(self, kind: type[fx.Effect]) -> list[fx.Effect]:
        """The effects of one kind that were asked for."""
        return [effect for effect in self.effects if isinstance(effect, kind)]


def on_service() -> Told:
    """On the page about moving."""
    return Told(e.LanguageChosen(EN), e.LifeEventChosen(MOVING), e.ServiceChosen(MOVE))


def filling() -> Told:
    """At the first question of the small form."""
    return on_service().tell(e.StartPressed(), e.FormOpened(MOVE, small.entry()))


def answer(told: Told, *raw: str) -> Told:
    """Answer the questions that follow, one after the other."""
    for one in raw:
        assert isinstance(told.visit.page, p.Question)
        told.tell(e.AnswerGiven(told.visit.page.path, one), e.ContinuePressed())
    return told


def on_check() -> Told:
    """On the check page."""
    return answer(filling(), "Ada", "me", "")


def sent() -> Told:
    """Sealed."""
    return on_check().tell(e.SendPressed(), e.Sealed(delivery(DeliveryState.SEALED)))
