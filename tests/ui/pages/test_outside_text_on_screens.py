# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text from a catalogue is shown as it is written: no pictures, no links, no tables, no turned lines."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.ids import EventId
from core.text import LocalisedText
from core.visit.pages import AboutService, EventServices
from core.visit.state import Visit
from tests.support.measuring import faults, said, visible
from tests.support.showing import show
from ui.registry_finding import visit_in_town
from ui.registry_town import event_id, service_id

CANARIES = [
    "<img src='http://canary.example/x.png'>picture",
    "<a href='http://canary.example'>a link</a>",
    "<table><tr><td>cell</td></tr></table>",
    "Fish & chips &amp; peas &lt;b&gt;",
    "\u202eturned around\u202c",
    "zalgo" + "\u0301" * 60,
    "x" * 10_000,
    "word " * 2_000,
    "\x00\x07\x1bbell",
]


def poisoned(text: str) -> Visit:
    visit = visit_in_town()
    words = LocalisedText.of({"en": text})
    service = replace(
        visit.catalogue.services[service_id("moved")], name=words, description=words, outputs=(words,)
    )
    organisation = replace(visit.catalogue.organisations[service.organisation], name=words, place=words)
    event = replace(visit.catalogue.events[event_id("moving-home")], name=words, description=words)
    catalogue = replace(
        visit.catalogue,
        services={**visit.catalogue.services, service.id: service},
        organisations={**visit.catalogue.organisations, organisation.id: organisation},
        events={**visit.catalogue.events, event.id: event},
    )
    return replace(visit, catalogue=catalogue)


def pages(visit: Visit) -> dict[str, Visit]:
    moving: EventId = event_id("moving-home")
    return {
        "home": visit,
        "list": visit.go(EventServices(moving)),
        "service": visit.go(AboutService(service_id("moved"))),
    }


def texts(window: QWidget) -> str:
    return "\n".join(said(widget) for widget in visible(window))


@pytest.mark.parametrize("page", ["home", "list", "service"])
@pytest.mark.parametrize("canary", CANARIES, ids=range(len(CANARIES)))
def test_text_from_outside_stays_text(canary: str, page: str) -> None:
    shown = show(pages(poisoned(canary))[page], "K2")
    everything = texts(shown.shell)
    assert "\u202e" not in everything
    assert "\x00" not in everything
    if canary.startswith(("<", "Fish")):
        assert canary in everything
    for label in shown.shell.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not label.openExternalLinks()
    found = faults(shown.shell, shown.look.screen.ppi)
    shown.shell.close()
    # A word of ten thousand letters has to be broken somewhere; an ordinary one never is.
    assert [fault for fault in found if "cut in two" not in fault or " " in canary] == []
