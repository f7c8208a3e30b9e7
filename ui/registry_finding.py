# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen on the way to a service, and every screen that may lie over another, with made-up data."""

from collections.abc import Mapping
from dataclasses import replace

from core.catalogue import Catalogue
from core.end_record import recorded
from core.errors import Trouble
from core.ids import FormId, Language, VisitId
from core.text import FALLBACK
from core.visit import pages as p
from core.visit import settings_pages as s
from core.visit.delays import Delays
from core.visit.holding import Holding
from core.visit.state import Visit
from ui.registry_town import HANDS_API, PENSIONS_API, REGISTRY_API, event_id, service_id, town


def visit_in_town(language: Language = FALLBACK) -> Visit:
    """A visit on the home page of the made-up town: connected, but the Pension Fund does not answer."""
    return Visit(
        VisitId("registry"),
        language,
        delays=Delays(),
        page=p.Home(),
        trail=(p.Welcome(),),
        begun=True,
        stocked=True,
        catalogue=town(),
        as_of=1_795_000_000.0,
        forms=frozenset(
            {
                (REGISTRY_API, FormId("moved")),
                (REGISTRY_API, FormId("death")),
                (PENSIONS_API, FormId("pension")),
                (HANDS_API, FormId("home-help")),
            }
        ),
        unreachable=frozenset({PENSIONS_API}),
        connected=True,
    )


AS_OF = 1_795_426_000.0
LAST_END = recorded(None, AS_OF, answers=12, forms=1, milliseconds=180)
HOLDING = Holding(waiting=3, oldest=AS_OF - 86_400, catalogue="9f3ac51e")


def finding_screens(language: Language = FALLBACK) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it."""
    home = visit_in_town(language)
    words = {"en": "my husband died", "es": "mi marido murió", "ar": "توفي زوجي", "zh-Hans": "我丈夫去世了"}
    typed = words.get(language, words["en"])
    hits = tuple(service_id(name) for name in ("death", "pension", "card", "will", "home-help", "moved"))

    def at(page: p.Page) -> Visit:
        return home.go(page)

    def over(page: p.Over) -> Visit:
        return replace(home, over=page)

    moved = p.AboutService(service_id("moved"))
    return {
        "welcome": replace(home, page=p.Welcome(), trail=(), begun=False),
        "home": home,
        "home-not-connected": replace(home, connected=False),
        "home-empty": replace(home, catalogue=Catalogue(), as_of=None, connected=False),
        "events": at(p.MoreEvents()),
        "event-services": at(p.EventServices(event_id("death"))),
        "event-services-empty": at(p.EventServices(event_id("travel"))),
        "search-begin": at(p.Search()),
        "search-looking": at(p.Search(words=typed)),
        "search-found": at(p.Search(words=typed, answered=typed, hits=hits)),
        "search-nothing": at(p.Search(words="qwertz", answered="qwertz")),
        "service": at(moved),
        "service-opening": at(replace(moved, opening=True)),
        "service-later": at(p.AboutService(service_id("pension"))),
        "service-not-yet": at(p.AboutService(service_id("card"))),
        "service-counter": at(p.AboutService(service_id("will"))),
        "service-partner": at(p.AboutService(service_id("home-help"))),
        "service-gone": at(p.AboutService(service_id("gone"))),
        "help": over(p.Help()),
        "help-called": replace(over(p.Help()), called=True),
        "settings": over(s.Comfort()),
        **{f"settings-{part.value}": over(s.Comfort(part)) for part in s.ComfortPart},
        "languages": over(p.Languages()),
        "still-there": over(p.StillThere(left=40.0, of=60.0, since=0.0)),
        "still-there-last": over(p.StillThere(left=8.0, of=60.0, since=0.0)),
        "still-there-paper": replace(over(p.StillThere(left=40.0, of=60.0, since=0.0)), papers=1),
        "ask-finish": over(p.AskFinish()),
        "trouble": at(p.InTrouble(Trouble("trouble.form_not_here"))),
        "finished": replace(home, page=p.Finished(), trail=(), begun=False),
        "finished-wiped": replace(home, page=p.Finished(), trail=(), begun=False, last_end=LAST_END),
        "machine": replace(home, page=p.AboutMachine(HOLDING), last_end=LAST_END, as_of=AS_OF),
        "machine-empty": replace(home, page=p.AboutMachine(Holding(0, None, "")), as_of=None),
        "machine-person": home.go(
            p.AboutMachine(replace(HOLDING, for_person=2, for_person_since=AS_OF - 9e5))
        ),
        "machine-waiting": home.go(p.AboutMachine()),
    }
