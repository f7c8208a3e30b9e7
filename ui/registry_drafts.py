# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a home PC on which forms wait from earlier visits, and of what was sent from it, with made-up answers."""

from collections.abc import Mapping
from dataclasses import replace

from core.ids import SubmissionId
from core.submission import Delivery, DeliveryState
from core.text import Phrase
from core.visit import pages as p
from core.visit.state import Filling, Returned, Visit
from ui.registry_filling import NOW, delivery, filled
from ui.registry_town import service_id

DAY = 24 * 3600.0


def draft_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    at_home = replace(home, keeps=True)
    one = replace(at_home, aside=(begun_earlier(home, "moved", 2.0),))
    several = replace(one, aside=(*one.aside, begun_earlier(home, "pension", 9.0)))
    filling = replace(at_home, filling=begun_earlier(home, "moved", None))
    both = replace(filling, aside=(begun_earlier(home, "pension", None),))
    return {
        "home-begun": one,
        "home-begun-several": several,
        "begun-forms": several.go(p.BegunForms()),
        "begun-forms-none": at_home.go(p.BegunForms()),
        "service-begun-earlier": one.go(p.AboutService(service_id("moved"))),
        "service-another-kept": filling.go(p.AboutService(service_id("pension"))),
        "form-changed": _changed(home, ()),
        "form-changed-lost": _changed(home, _lost(home)),
        "ask-keep": replace(filling, over=p.AskFinish()),
        "ask-keep-several": replace(both, over=p.AskFinish()),
        "status-refused-home": _refused(at_home, DeliveryState.REFUSED),
        "status-attention-home": _refused(at_home, DeliveryState.ATTENTION),
        "sent-refused-home": _just_refused(at_home),
        "ask-discard": replace(
            _refused(at_home, DeliveryState.REFUSED), over=p.AskDiscard(delivery(DeliveryState.REFUSED))
        ),
        "ask-discard-unclear": replace(
            _refused(at_home, DeliveryState.ATTENTION), over=p.AskDiscard(delivery(DeliveryState.ATTENTION))
        ),
        "applications": at_home.go(p.Applications(_sent())),
        "applications-none": at_home.go(p.Applications(())),
        "finished-kept": replace(at_home, page=p.Finished(), trail=()),
    }


def _refused(at_home: Visit, state: DeliveryState) -> Visit:
    """One application from the list that nobody took; what was refused for certain can be mended."""
    found = delivery(state)
    page = p.Status(typed=found.seal, asked=found.seal, found=found)
    return replace(at_home, mendable=frozenset({found.id})).go(page)


def _just_refused(at_home: Visit) -> Visit:
    found = delivery(DeliveryState.REFUSED)
    return replace(at_home, mendable=frozenset({found.id}), delivery=found).go(p.Sent(found.id))


def begun_earlier(home: Visit, service: str, days: float | None) -> Filling:
    """A form that waits since so many days ago; None for one that was begun in this visit."""
    offered = home.catalogue.services[service_id(service)]
    if offered.api is None:
        raise ValueError("the made-up service has no form")
    entry = filled(home.language)
    returned = Returned(NOW.timestamp() - days * DAY) if days is not None else None
    return Filling(offered.id, offered.api, entry, stored=entry, returned=returned)


def _sent() -> tuple[Delivery, ...]:
    """One application in each of four states, the latest first."""
    states = (DeliveryState.SEALED, DeliveryState.RECEIVED, DeliveryState.NEEDS_YOU, DeliveryState.REFUSED)
    return tuple(
        replace(delivery(state), id=SubmissionId(f"uuid:{number}")) for number, state in enumerate(states)
    )


def _changed(home: Visit, lost: tuple[tuple[Phrase, Phrase], ...]) -> Visit:
    begun = begun_earlier(home, "moved", 5.0)
    told = replace(begun, returned=Returned(NOW.timestamp() - 5 * DAY, changed=False, lost=lost))
    return replace(home, keeps=True, filling=told).go(p.FormChanged())


def _lost(home: Visit) -> tuple[tuple[Phrase, Phrase], ...]:
    """Two questions of the made-up form, as if the office did not ask them any more."""
    entry = filled(home.language)
    asked = [question for question in entry.pages() if entry.raw(question.path)][:2]
    return tuple(
        (entry.text(question.label, home.language), entry.answer_text(question, home.language))
        for question in asked
    )
