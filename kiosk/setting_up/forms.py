# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of a town's services for whoever sets a machine up: which come, which open, and who comes to their end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.catalogue import Catalogue, ChannelKind
from core.forms.definition import Form
from core.forms.programs import Engine
from core.ports import CachedForm, Clock
from core.staff.finding import Gravity
from core.text import FALLBACK
from core.visit import profile_events as pe
from core.visit.guiding_state import Seen, SetUpStep
from kiosk.courier.fetching import forms_wanted
from kiosk.form_doors import open_cached
from kiosk.profile.access import read_access
from kiosk.profile.model import FormCode
from kiosk.profile.reading import Table
from kiosk.scripting.process import ScriptProcess
from kiosk.setting_up.looking import failed, http_for, offered_of, origins_of
from kiosk.walked_forms import WalkedForms
from services.access import Access, Keys
from services.agencies import publishers
from services.boundary import Failed, Failure

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Came:
    """A form that came: what its service is called, the kind of its channel, and its bytes."""

    name: str
    kind: ChannelKind
    form: CachedForm


def look(values: Values, clock: Clock, walks: Path | None) -> pe.SetUpSeen:
    """How each form stands. `walks` is where the results of walks lie; None for a profile that is not whole yet."""
    engine = ScriptProcess() if runs_programs(values) else None
    known = WalkedForms(walks) if walks is not None else None
    try:
        seen = [
            _stands(one, engine, known) if isinstance(one, Came) else one for one in fetched(values, clock)
        ]
    finally:
        if engine is not None:
            engine.close()
    return pe.SetUpSeen(SetUpStep.FORMS, tuple(sorted(seen, key=lambda one: one.gravity is not Gravity.BAD)))


def runs_programs(values: Values) -> bool:
    """Whether forms with programs in them are offered."""
    given = values.get("forms")
    return isinstance(given, dict) and given.get("code") == FormCode.RUN.value


def _stands(came: Came, engine: Engine | None, known: WalkedForms | None) -> Seen:
    if not isinstance(open_cached(came.form, engine), Form):
        return Seen(came.name, Gravity.BAD, "set_up.closed")
    gate = known.result(came.form) if known is not None else None
    if gate is None:
        return Seen(came.name, Gravity.FINE, "set_up.opens")
    return walked(came.name, passed=gate.passed)


def walked(name: str, *, passed: bool) -> Seen:
    """What is told of a form that was done to its end, or was not."""
    return Seen(name, Gravity.FINE, "set_up.walked") if passed else Seen(name, Gravity.BAD, "set_up.stuck")


def fetched(values: Values, clock: Clock) -> Iterator[Came | Seen]:
    """Each form of the services that comes, and in its place why another does not."""
    catalogue, http = offered_of(values), http_for(origins_of(values), values)
    if isinstance(catalogue, Seen) or http is None:
        if isinstance(catalogue, Seen):
            yield catalogue
        return
    access = read_access(Table(values), Path())
    keys = Keys.of((one.endpoint, Access(one.key, one.user, one.way)) for one in access)
    ask = publishers(http, keys, clock)
    for (endpoint, kind), ids in forms_wanted(catalogue).items():
        names = _names(catalogue, endpoint)
        news = ask[kind].refresh(endpoint, ids, (), clock.wall())
        if isinstance(news, Failed):
            yield failed(endpoint, news.kind, tuple(names.values()), endpoint)
            continue
        came = {str(one.form): one for one in news.changed}
        troubled = {str(form): why for form, why in news.troubled}
        for form in sorted(map(str, ids)):
            name = names.get(form, form)
            if form in came:
                yield Came(name, kind, came[form])
            else:
                yield failed(name, troubled.get(form, Failure.BAD_ANSWER), endpoint=endpoint)


def _names(catalogue: Catalogue, endpoint: str) -> dict[str, str]:
    """What the services are called whose forms are there, by form."""
    return {
        str(channel.form): service.name.best(FALLBACK).text
        for service in catalogue.services.values()
        for channel in service.channels
        if channel.is_api and channel.endpoint == endpoint
    }
