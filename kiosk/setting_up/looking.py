# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine sees for whoever sets it up: is there a network, what answers at an address, which services.

Runs on a lane. It works on the values as they stand, because a profile that is half set up is none yet.
"""

import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from core.catalogue import Catalogue
from core.ports import Clock
from core.staff.finding import Gravity
from core.visit import profile_events as pe
from core.visit.guiding_state import FoundAgency, Seen, SetUpStep
from kiosk.profile.access import read_access
from kiosk.profile.file_offer import read_offer
from kiosk.profile.reading import Table
from kiosk.profile.thresholds import is_private
from services.boundary import Failed, Failure, Limits
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.reader import ReadCatalogue
from services.discovery import Standard, discover
from services.http import Http
from services.origins import Origins, origin_of
from services.trust import trust_of

LIMITS: Final = Limits(connect=5.0, read=10.0, total=30.0)
Values = Mapping[str, Any]
NOTHING: Final[Values] = {}

FAILS: Final = {
    Failure.NO_NAME: "set_up.fails.nobody",
    Failure.NO_CONNECTION: "set_up.fails.nobody",
    Failure.TIMEOUT_CONNECTING: "set_up.fails.nobody",
    Failure.TIMEOUT: "set_up.fails.nobody",
    Failure.CUT: "set_up.fails.nobody",
    Failure.TLS: "set_up.fails.certificate",
    Failure.CLOCK: "set_up.fails.certificate",
    Failure.STATUS: "set_up.fails.status",
    Failure.NOT_ALLOWED: "profile.wrong.origin",
}
NOWHERE: Final = "set_up.fails.place"
OTHERWISE: Final = "set_up.fails.other"
REACHED: Final = frozenset({Failure.STATUS, Failure.REDIRECT, Failure.TOO_LARGE, Failure.WRONG_TYPE})
"""Failures at which somebody has answered."""

UP: Final = 1
EVERYWHERE: Final = "00000000"
"""A destination of /proc/net/route that means all addresses (proc(5))."""


def network(values: Values, proc: Path = Path("/proc")) -> pe.SetUpSeen:
    """Whether this machine has a way out, and whether each server that it may talk to answers."""
    out = has_way_out(proc)
    own = Seen(
        socket.gethostname(),
        Gravity.FINE if out else Gravity.NOTE,
        "masthead.connected" if out else "masthead.no_network",
    )
    return pe.SetUpSeen(SetUpStep.NETWORK, (own, *(_reach(one, values) for one in origins_of(values))))


def has_way_out(proc: Path = Path("/proc")) -> bool:
    """Whether there is a route to all addresses, of either version of the Internet Protocol."""
    for line in _lines(proc / "net/route")[1:]:
        words = line.split()
        if words[1] == EVERYWHERE and int(words[3], 16) & UP:
            return True
    for line in _lines(proc / "net/ipv6_route"):
        words = line.split()
        if words[1] == "00" and words[9] != "lo" and int(words[8], 16) & UP:
            return True
    return False


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("ascii", "replace").splitlines()
    except OSError:
        return []


def origins_of(values: Values) -> tuple[str, ...]:
    """The servers that the values name."""
    given = values.get("origins")
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _reach(origin: str, values: Values) -> Seen:
    http = http_for([origin], values)
    if http is None:
        return Seen(origin, Gravity.BAD, "profile.wrong.address")
    answer = http.get(origin, [])
    if isinstance(answer, Failed) and answer.kind not in REACHED:
        return failed(origin, answer.kind)
    return Seen(origin, Gravity.FINE, "masthead.connected")


def http_for(origins: Sequence[str], values: Values = NOTHING) -> Http | None:
    """Who may be asked; None where one of them is no address to trust.

    Offices' own authorities are the values': their files are named whole there, or lie where the set-up was begun.
    """
    access = read_access(Table(values), Path())
    try:
        trust = trust_of((one.endpoint, one.authorities) for one in access)
        return Http(Origins.of(origins), LIMITS, trust=trust)
    except ValueError:
        return None


def failed(name: str, kind: Failure, also: tuple[str, ...] = (), endpoint: str = "") -> Seen:
    """In words what went wrong. At the `endpoint` of a form it may be that a key is missing."""
    lacks = endpoint if kind is Failure.STATUS else ""
    return Seen(name, Gravity.BAD, FAILS.get(kind, OTHERWISE), also=also, endpoint=lacks)


def agency(address: str, clock: Clock) -> pe.SetUpSeen:
    """What answers at an address that somebody has pasted, with or without its `https://`."""
    full = address if "://" in address else f"https://{address}"
    origin = origin_of(full)
    http = http_for([full])
    if origin is None or http is None or not is_private(full):
        return _of_agency(Seen(address, Gravity.BAD, "profile.wrong.address"))
    found = discover(http, full, clock)
    if isinstance(found, Failed):
        # Its own server may be asked here: what is not allowed is where its name leads (`services.addresses`).
        nowhere = found.kind is Failure.NOT_ALLOWED
        return _of_agency(Seen(address, Gravity.BAD, NOWHERE) if nowhere else failed(address, found.kind))
    seen = Seen(
        address,
        Gravity.FINE,
        "search.found_brief",
        {"n": len(found.offers), "standard": found.standard.value},
        tuple(one.name for one in found.offers),
    )
    is_catalogue = found.standard is Standard.CPSV_AP
    return _of_agency(seen, FoundAgency(str(origin), found.endpoint, is_catalogue))


def _of_agency(seen: Seen, found: FoundAgency | None = None) -> pe.SetUpSeen:
    return pe.SetUpSeen(SetUpStep.AGENCIES, (seen,), found, joins=True)


def services(values: Values) -> pe.SetUpSeen:
    """The town's list of services, as far as it is offered here; what is wrong where it does not come."""
    found = offered_of(values)
    if isinstance(found, Seen):
        return pe.SetUpSeen(SetUpStep.SERVICES, (found,))
    return pe.SetUpSeen(SetUpStep.SERVICES, (), catalogue=found)


def offered_of(values: Values) -> Catalogue | Seen:
    """The same without the services that the values hide, and without life events that have none left."""
    found = catalogue_of(values)
    if isinstance(found, Seen):
        return found
    given = values.get("services")
    return read_offer(Table(given if isinstance(given, dict) else {})).of(found)


def catalogue_of(values: Values) -> Catalogue | Seen:
    """The town's list, or why it does not come."""
    address = values.get("catalogue")
    http = http_for(origins_of(values), values)
    if not isinstance(address, str) or not address or http is None:
        return Seen("", Gravity.BAD, "profile.wrong.origin" if address else "set_up.no_address")
    news = fetch_catalogue(http, address)
    if isinstance(news, ReadCatalogue):
        return news.catalogue
    return failed(address, news.kind if isinstance(news, Failed) else Failure.BAD_ANSWER)
