# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network comes and goes, forms and services with it, and no page that stands before a person changes (TIM-05)."""

from dataclasses import replace

import pytest

from core.catalogue import Catalogue
from core.ids import Language
from core.visit import events as e
from core.visit.news import latest
from core.visit.sending import awaits_news
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import bar_contents, readable

EN = Messages.load("en")
SCREENS = {name: replace(visit, begun=True) for name, visit in screens(Language("en")).items()}


def news(visit: Visit) -> tuple[e.ShelfChanged, ...]:
    """The network goes, every form goes, everything goes; and then all of it is back."""
    known = e.ShelfChanged(visit.catalogue, 5.0, visit.forms, frozenset(), connected=True)
    channels = [one.api for one in visit.catalogue.services.values() if one.api is not None]
    every = frozenset((one.endpoint, one.form) for one in channels)
    return (
        replace(known, connected=False, unreachable=frozenset(one.endpoint for one in channels)),
        replace(known, forms=frozenset()),
        replace(known, catalogue=Catalogue(), forms=frozenset(), as_of=None, connected=None),
        replace(known, forms=every),
    )


def said(visit: Visit) -> object:
    return readable(visit, EN, a_kiosk()), bar_contents(visit, EN)


def changed_by(visit: Visit, *, taken: bool) -> bool:
    """Whether the page says something else after any of the news; `taken` for a page that would take them in."""
    before = said(visit)
    for one in news(visit):
        visit = step(visit, one).visit
        if said(latest(visit) if taken else visit) != before:
            return True
    return False


@pytest.mark.requirement("TIM-05", part="what is on this machine changes no page by itself")
def test_no_page_says_anything_else_until_somebody_presses() -> None:
    changed = {name for name, visit in SCREENS.items() if changed_by(visit, taken=False)}
    # There the state of what was sent is what the person waits for; or a first list of services, where is nothing yet.
    waited = {name for name, one in SCREENS.items() if awaits_news(one) or not one.catalogue.services}
    assert changed <= waited
    assert len(waited) < len(SCREENS) / 10


def test_a_page_that_took_the_news_in_would_be_noticed() -> None:
    """The trap."""
    changed = {name for name, visit in SCREENS.items() if changed_by(visit, taken=True)}
    assert {"home", "event-services", "search-found", "service", "service-not-yet"} <= changed


def test_where_a_sending_is_waited_for_its_network_is_told_at_once() -> None:
    sent = replace(SCREENS["sent-sealed"], connected=True, unreachable=frozenset())
    gone = step(sent, e.ShelfChanged(sent.catalogue, 5.0, sent.forms, frozenset(), connected=False)).visit
    assert said(gone) != said(sent)
