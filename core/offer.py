# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the services that a town publishes one machine offers: its staff hide some, or name the only ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.ids import ServiceId

if TYPE_CHECKING:
    # A profile names services before the first picture is shown, which needs no catalogue.
    from core.catalogue import Catalogue, PublicService


@dataclass(frozen=True, slots=True)
class Offer:
    """Services are named by their identifier (`dct:identifier`, the address) or by the last part of it.

    `hidden` are never offered; where `only` names any, nothing else is. What the catalogue does not have (any more)
    means nothing: a town changes its list without asking each machine.
    """

    hidden: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """Whether no catalogue could leave anything: all that may be offered is hidden."""
        return bool(self.only) and self.only <= self.hidden

    def has(self, service: ServiceId) -> bool:
        """Whether a service of the catalogue is offered here."""
        names = {str(service), short_name(service)}
        return not names & self.hidden and (not self.only or bool(names & self.only))

    def of(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue as this machine offers it.

        What is not offered stays known by its name, its papers and its counter, for who has applied for it or is sent
        there by another service; it stands under no life event and has no form. A life event goes with its last
        service.
        """
        elsewhere = frozenset(one for one in catalogue.services if not self.has(one))
        if not elsewhere:
            return catalogue
        services = {
            one: _without_forms(service) if one in elsewhere else service
            for one, service in catalogue.services.items()
        }
        offered = replace(catalogue, services=services, elsewhere=elsewhere)
        events = {
            one: event
            for one, event in catalogue.events.items()
            if offered.of_event(one) or not catalogue.of_event(one)
        }
        return replace(offered, events=events)

    def unknown(self, services: Iterable[ServiceId]) -> tuple[str, ...]:
        """What is named here and is none of these services, in alphabetical order."""
        known = {name for one in services for name in (str(one), short_name(one))}
        return tuple(sorted((self.hidden | self.only) - known))

    def leaves_any(self, services: Iterable[ServiceId]) -> bool:
        """Whether any of these services is offered."""
        return any(self.has(one) for one in services)


EVERYTHING: Final = Offer()
"""Where staff have said nothing."""


def short_name(service: ServiceId) -> str:
    """The last part of a service's identifier: `moved` of `https://example.org/services/moved`."""
    return service.rstrip("/").rsplit("/", 1)[-1]


def _without_forms(service: PublicService) -> PublicService:
    return replace(service, channels=tuple(one for one in service.channels if not one.is_api))
