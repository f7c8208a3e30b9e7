# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of forms that wait, of asking before anything is lost, and of help, with made-up answers."""

from collections.abc import Mapping
from dataclasses import replace

from core.ids import ServiceId
from core.visit import pages as p
from core.visit.state import Filling, Helper, Visit
from core.visit.undoing import answered
from ui.registry_filling import filled, path
from ui.registry_town import service_id


def assist_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    return {**_begun_screens(home), **_question_screens(home), **_pace_screens(home), **_helper_screens(home)}


def _begun(home: Visit, service: ServiceId) -> Filling:
    offered = home.catalogue.services[service]
    if offered.api is None:
        raise ValueError("the made-up service has no form")
    return Filling(service, offered.api, filled(home.language))


def _begun_screens(home: Visit) -> Mapping[str, Visit]:
    moved, pension = service_id("moved"), service_id("pension")
    one = replace(home, filling=_begun(home, moved))
    two = replace(one, aside=(_begun(home, pension),))
    page = p.AboutService(moved)
    return {
        "service-begun": one.go(page),
        "service-another-begun": one.go(p.AboutService(service_id("death"))),
        "service-both-begun": two.go(page),
        "ask-afresh": replace(one.go(page), over=p.AskAfresh()),
        "ask-finish-named": replace(one, over=p.AskFinish()),
        "ask-finish-several": replace(two, over=p.AskFinish()),
    }


def _question_screens(home: Visit) -> Mapping[str, Visit]:
    filling = _begun(home, service_id("moved"))
    children, who, street, quarter = path("children"), path("who"), path("street"), path("quarter")

    def failed(times: int) -> Visit:
        tried = replace(filling, entry=filling.entry.answer(children, "two"), failures=(children,) * times)
        return replace(home, filling=tried).go(p.Question(children, told=True))

    changed = answered(answered(filling, who, "me"), who, "family")
    whole = replace(home, filling=filling)
    return {
        "question-undo": replace(home, filling=changed).go(p.Question(who)),
        "question-undo-text": replace(home, filling=answered(filling, street, "")).go(p.Question(street)),
        "question-failed-twice": failed(2),
        "question-failed-three-times": failed(3),
        "question-last-choices": whole.go(p.Question(quarter, part=1)),
        "check-missing": failed(3).go(p.Check()),
    }


def _pace_screens(home: Visit) -> Mapping[str, Visit]:
    """Screens that only somebody who goes slowly meets."""
    filling = _begun(home, service_id("moved"))
    whole = replace(home, filling=filling)
    empty = replace(whole, filling=replace(filling, entry=filling.entry.answer(path("more"), "")))
    return {
        "said-back-chosen": whole.go(p.SaidBack(path("who"))),
        "said-back-date": whole.go(p.SaidBack(path("day"))),
        "said-back-written": whole.go(p.SaidBack(path("street"))),
        "said-back-empty": empty.go(p.SaidBack(path("more"))),
        "recall": whole.go(p.Recall(left=10.0)),
        "recall-last": whole.go(p.Recall(left=2.0)),
        "offer-pace": replace(home, over=p.OfferPace()),
    }


def _helper_screens(home: Visit) -> Mapping[str, Visit]:
    """Screens while somebody helps beside the person."""
    filling = _begun(home, service_id("moved"))
    whole = replace(home, filling=filling, helper=Helper())
    street = whole.go(p.Question(path("street")))
    return {
        "help-question": replace(home, filling=filling, over=p.Help()).go(p.Question(path("street"))),
        "help-with-helper": replace(street, over=p.Help()),
        "help-uncovered": replace(street, over=p.Help(), helper=Helper(uncovered=True)),
        "question-covered": street,
        "check-covered": whole.go(p.Check()),
        "said-back-covered": whole.go(p.SaidBack(path("street"))),
        "confirm-act": replace(street, over=p.ConfirmAct(p.Act.GO_ON)),
        "confirm-send": replace(whole.go(p.Check()), over=p.ConfirmAct(p.Act.SEND)),
    }
