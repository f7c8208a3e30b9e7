# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the cache fresh: the catalogue, and every form that it names, before anybody asks for them."""

import logging
import random
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from core.catalogue import Catalogue, ChannelKind
from core.ids import FormId, ServiceId
from core.ports import Cache, CachedForm, Clock, Reach
from kiosk.courier.room import room_or_later
from kiosk.lanes import Lane
from services.boundary import Failed, NotModified
from services.cpsv_ap.reader import ReadCatalogue
from services.published_forms import FormPublisher, FormsNews

log = logging.getLogger("kiosk.courier")

LEAST, SOON, LONGEST = 1.0, 5.0, 10.0
"""Seconds within which an endpoint that did not answer is asked again, the first time and later; not before the least.

At a random moment of it: the machines of a town lose an agency at the same time, and would ask in step for ever.
"""


LATELY = 5.0


class Fetching:
    """Asks for the catalogue and the forms in turn. Runs on the cache's thread; asking runs in the network lane.

    `reached` is called when an endpoint answers again that had not answered before, with the services of its server.
    """

    def __init__(
        self,
        cache: Cache,
        address: str,
        catalogues: Callable[[str, str], ReadCatalogue | NotModified | Failed],
        forms: Mapping[ChannelKind, FormPublisher],
        network: Lane,
        clock: Clock,
        every: float,
        reached: Callable[[str, frozenset[ServiceId]], None],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._cache = cache
        self._address = address
        self._catalogues = catalogues
        self._forms = forms
        self._network = network
        self._clock = clock
        self._every = every
        self._reached = reached
        self._chance = chance
        self._next: dict[str, float] = {}
        self._failed: dict[str, int] = {}
        self._busy: set[str] = set()
        self._answered: float | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._busy

    @property
    def silent(self) -> bool:
        """Whether somebody who is still asked has not answered since."""
        return any(self._failed.values())

    @property
    def answered_lately(self) -> bool:
        """Whether an endpoint answered within the last seconds."""
        return self._answered is not None and self._clock.steady() - self._answered <= LATELY

    def turn(self) -> None:
        """Ask whoever is due."""
        if self._is_due(self._address):
            self._ask_for_catalogue()
        kept = self._cache.catalogue()
        if kept is None:
            return
        wanted_at = forms_wanted(kept[0])
        # An endpoint that left the catalogue is asked no more, so its silence would never end.
        still = {self._address, *(endpoint for endpoint, _ in wanted_at)}
        self._failed = {address: times for address, times in self._failed.items() if address in still}
        for (endpoint, kind), wanted in wanted_at.items():
            if self._is_due(endpoint):
                self._ask_for_forms(endpoint, self._forms[kind], wanted)

    def _is_due(self, address: str) -> bool:
        return address not in self._busy and self._clock.steady() >= self._next.get(address, 0.0)

    def _later(self, address: str, answered: bool) -> None:
        self._busy.discard(address)
        if answered:
            self._answered = self._clock.steady()
        self._failed[address] = 0 if answered else self._failed.get(address, 0) + 1
        self._next[address] = self._clock.steady() + (self._every if answered else self._soon(address))

    def _soon(self, address: str) -> float:
        within = min(SOON if self._failed[address] == 1 else LONGEST, self._every)
        return max(LEAST, self._chance() * within)

    def _ask_for_catalogue(self) -> None:
        kept = self._cache.catalogue()
        known = kept[0].version if kept is not None else ""
        self._busy.add(self._address)
        self._network.run(lambda: self._catalogues(self._address, known), self._catalogue_came)

    def _catalogue_came(self, news: ReadCatalogue | NotModified | Failed) -> None:
        match news:
            case ReadCatalogue(catalogue=catalogue, source=source, skipped=skipped):
                log.info("catalogue: %d services, %d entries skipped", len(catalogue.services), len(skipped))
                with room_or_later():
                    self._cache.keep_catalogue(catalogue, source, self._clock.wall())
                    self._next = {}
            case NotModified():
                with room_or_later():
                    self._cache.confirm_catalogue(self._clock.wall())
            case Failed(kind=kind):
                log.info("catalogue not fetched: %s", kind.value)
        self._later(self._address, not isinstance(news, Failed))

    def _ask_for_forms(self, endpoint: str, publisher: FormPublisher, wanted: frozenset[FormId]) -> None:
        known: tuple[CachedForm, ...] = self._cache.forms(endpoint)
        at = self._clock.wall()
        self._busy.add(endpoint)
        self._network.run(
            lambda: publisher.refresh(endpoint, wanted, known, at),
            lambda news: self._forms_came(endpoint, news),
        )

    def _forms_came(self, endpoint: str, news: FormsNews | Failed) -> None:
        answered = isinstance(news, FormsNews)
        if isinstance(news, FormsNews):
            with room_or_later():
                for form in news.changed:
                    self._cache.keep_form(form)
                self._cache.forget_forms(endpoint, news.offered)
            for form_id, why in news.troubled:
                log.info("form %s not fetched: %s", form_id, why.value)
        self._note(endpoint, answered, "" if isinstance(news, FormsNews) else news.kind.value)
        self._later(endpoint, answered)

    def _note(self, endpoint: str, answered: bool, kind: str) -> None:
        before = self._cache.reach(endpoint)
        since = self._clock.wall()
        if before is not None and before.reachable == answered:
            if before.kind == kind:
                return
            # Still silent, but for another reason: staff are to look for what is wrong now.
            since = before.since
        log.info("%s", "an agency answers" if answered else f"an agency does not answer: {kind}")
        with room_or_later():
            self._cache.note_reach(Reach(endpoint, answered, since, kind))
        if answered and before is not None and not before.reachable:
            kept = self._cache.catalogue()
            self._reached(endpoint, services_at(endpoint, kept[0]) if kept is not None else frozenset())


def services_at(endpoint: str, catalogue: Catalogue) -> frozenset[ServiceId]:
    """The services that are asked for at the same server (scheme, host, port)."""
    there = urlsplit(endpoint)[:2]
    return frozenset(
        service.id
        for service in catalogue.services.values()
        for channel in service.channels
        if channel.is_api and urlsplit(channel.endpoint)[:2] == there
    )


def forms_wanted(catalogue: Catalogue) -> dict[tuple[str, ChannelKind], frozenset[FormId]]:
    """By endpoint and standard, the forms that the catalogue's services need."""
    wanted: dict[tuple[str, ChannelKind], frozenset[FormId]] = {}
    for service in catalogue.services.values():
        for channel in service.channels:
            if channel.is_api:
                place = (channel.endpoint, channel.kind)
                wanted[place] = wanted.get(place, frozenset()) | {channel.form}
    return wanted
