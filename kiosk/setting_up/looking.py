# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine sees for whoever sets it up: is there a network, what answers at an address, which forms come.

Runs on a lane. It works on the values as they stand, because a profile that is half set up is none yet.
"""

import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from core.catalogue import Catalogue, ChannelKind
from core.errors import Trouble
from core.ports import CachedForm, Clock
from core.staff.finding import Gravity
from core.text import FALLBACK
from core.visit import profile_events as pe
from core.visit.guiding_state import FoundAgency, Seen, SetUpStep
from kiosk.courier.fetching import forms_wanted
from kiosk.form_doors import open_cached
from kiosk.profile.access import read_access
from kiosk.profile.model import FormCode
from kiosk.profile.reading import Table
from kiosk.profile.thresholds import is_private
from kiosk.scripting.process import ScriptProcess
from services.access import Access, Keys
from services.agencies import publishers
from services.boundary import Failed, Failure, Limits
from services.cpsv_ap.fetch import fetch_catalogue
from services.cpsv_ap.reader import ReadCatalogue
from services.discovery import Standard, discover
from services.http import Http
from services.origins import Origins, origin_of
from services.published_forms import FormPublisher

LIMITS: Final = Limits(connect=5.0, read=10.0, total=30.0)
Values = Mapping[str, Any]

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
    return pe.SetUpSeen(SetUpStep.NETWORK, (own, *(_reach(one) for one in _origins(values))))


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


def _origins(values: Values) -> tuple[str, ...]:
    given = values.get("origins")
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _reach(origin: str) -> Seen:
    http = _http([origin])
    if http is None:
        return Seen(origin, Gravity.BAD, "profile.wrong.address")
    answer = http.get(origin, [])
    if isinstance(answer, Failed) and answer.kind not in REACHED:
        return _failed(origin, answer.kind)
    return Seen(origin, Gravity.FINE, "masthead.connected")


def _http(origins: Sequence[str]) -> Http | None:
    try:
        return Http(Origins.of(origins), LIMITS)
    except ValueError:
        return None


def _failed(name: str, kind: Failure, also: tuple[str, ...] = ()) -> Seen:
    return Seen(name, Gravity.BAD, FAILS.get(kind, OTHERWISE), also=also)


def agency(address: str, clock: Clock) -> pe.SetUpSeen:
    """What answers at an address that somebody has pasted, with or without its `https://`."""
    full = address if "://" in address else f"https://{address}"
    origin = origin_of(full)
    http = _http([full])
    if origin is None or http is None or not is_private(full):
        return pe.SetUpSeen(SetUpStep.AGENCIES, (Seen(address, Gravity.BAD, "profile.wrong.address"),))
    found = discover(http, full, clock)
    if isinstance(found, Failed):
        return pe.SetUpSeen(SetUpStep.AGENCIES, (_failed(address, found.kind),))
    seen = Seen(
        address,
        Gravity.FINE,
        "search.found_brief",
        {"n": len(found.offers), "standard": found.standard.value},
        tuple(one.name for one in found.offers),
    )
    is_catalogue = found.standard is Standard.CPSV_AP
    return pe.SetUpSeen(SetUpStep.AGENCIES, (seen,), FoundAgency(str(origin), found.endpoint, is_catalogue))


def services(values: Values) -> pe.SetUpSeen:
    """The town's list of services; what is wrong where it does not come."""
    found = _catalogue(values)
    if isinstance(found, Seen):
        return pe.SetUpSeen(SetUpStep.SERVICES, (found,))
    return pe.SetUpSeen(SetUpStep.SERVICES, (), catalogue=found)


def _catalogue(values: Values) -> Catalogue | Seen:
    address = values.get("catalogue")
    http = _http(_origins(values))
    if not isinstance(address, str) or not address or http is None:
        return Seen("", Gravity.BAD, "profile.wrong.origin")
    news = fetch_catalogue(http, address)
    if isinstance(news, ReadCatalogue):
        return news.catalogue
    return _failed(address, news.kind if isinstance(news, Failed) else Failure.BAD_ANSWER)


def forms(values: Values, clock: Clock) -> pe.SetUpSeen:
    """For each form of the services: whether it comes, and whether this program can open it."""
    catalogue, http = _catalogue(values), _http(_origins(values))
    if isinstance(catalogue, Seen) or http is None:
        return pe.SetUpSeen(SetUpStep.FORMS, (catalogue,) if isinstance(catalogue, Seen) else ())
    keys = Keys.of((one.endpoint, Access(one.key, one.user, one.way)) for one in read_access(Table(values)))
    given = values.get("forms")
    runs = isinstance(given, dict) and given.get("code") == FormCode.RUN.value
    engine = ScriptProcess() if runs else None
    try:
        seen = _forms(publishers(http, keys, clock), catalogue, clock, engine)
    finally:
        if engine is not None:
            engine.close()
    return pe.SetUpSeen(SetUpStep.FORMS, tuple(sorted(seen, key=lambda one: one.gravity is not Gravity.BAD)))


def _forms(
    ask: Mapping[ChannelKind, FormPublisher],
    catalogue: Catalogue,
    clock: Clock,
    engine: ScriptProcess | None,
) -> list[Seen]:
    seen: list[Seen] = []
    for (endpoint, kind), ids in forms_wanted(catalogue).items():
        names = _names(catalogue, endpoint)
        news = ask[kind].refresh(endpoint, ids, (), clock.wall())
        if isinstance(news, Failed):
            seen.append(_failed(endpoint, news.kind, tuple(names.values())))
            continue
        came = {str(one.form): one for one in news.changed}
        troubled = {str(form): why for form, why in news.troubled}
        for form in sorted(map(str, ids)):
            name = names.get(form, form)
            if form in came:
                seen.append(_opened(name, came[form], engine))
            else:
                seen.append(_failed(name, troubled.get(form, Failure.BAD_ANSWER)))
    return seen


def _opened(name: str, form: CachedForm, engine: ScriptProcess | None) -> Seen:
    found = open_cached(form, engine)
    if isinstance(found, Trouble):
        return Seen(name, Gravity.BAD, "set_up.closed")
    return Seen(name, Gravity.FINE, "set_up.opens")


def _names(catalogue: Catalogue, endpoint: str) -> dict[str, str]:
    """What the services are called whose forms are there, by form."""
    return {
        str(channel.form): service.name.best(FALLBACK).text
        for service in catalogue.services.values()
        for channel in service.channels
        if channel.is_api and channel.endpoint == endpoint
    }
