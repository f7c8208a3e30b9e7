# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a technician sees of the network: which agency's server answers since when, and how old the set-up is."""

from collections.abc import Iterable
from typing import assert_never
from urllib.parse import urlsplit

from core.ids import Language
from core.staff.agency_reach import AgencyReach, Silence
from core.staff.machine_state import MachineState
from core.text import Phrase
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import list_join, number
from i18n.messages import Messages
from ui.present import outside
from ui.present.moments import in_full
from ui.present.service_facts import Fact
from ui.present.setting import Setting


def network_facts(visit: Visit, state: MachineState, texts: Messages, setting: Setting) -> Iterable[Fact]:
    """Those that do not answer first; then the set-up, where one comes from elsewhere."""
    for reach in state.reaches:
        yield Fact(
            _picture(reach), _name(visit, reach, texts), _phrase(_reached(reach, texts, setting), texts)
        )
    if state.set_up.copies:
        text = _set_up(state, texts, setting)
        yield Fact("settings", texts.text("profile.group.bundle"), _phrase(text, texts))


def _picture(reach: AgencyReach) -> str:
    if reach.answers is None:
        return "clock"
    return "check" if reach.answers else "problem"


def _name(visit: Visit, reach: AgencyReach, texts: Messages) -> str:
    """The agencies' own names, and which server it is."""
    known = visit.catalogue.organisations
    names = [outside.name(known[one].name, visit.language).text for one in reach.agencies if one in known]
    server = isolate(urlsplit(reach.endpoint).netloc or reach.endpoint, "en")
    return f"{list_join(names, texts.language)} ({server})" if names else server


def _reached(reach: AgencyReach, texts: Messages, setting: Setting) -> str:
    if reach.answers is None:
        return texts.text("staff.network.unasked")
    moment = in_full(reach.since, setting.now, texts)
    if reach.answers:
        return texts.text("staff.network.answers", moment=moment)
    return " ".join((*_why(reach.silence, texts), texts.text("staff.network.silent", moment=moment)))


def _why(silence: Silence, texts: Messages) -> tuple[str, ...]:
    match silence:
        case Silence.UNKNOWN:
            return ()
        case Silence.CLOCK:
            return (texts.text("staff.network.clock"),)
        case Silence.LOGIN:
            return (texts.text("staff.network.login"),)
        case Silence.CERTIFICATE:
            return (texts.text("set_up.fails.certificate"),)
        case _:
            assert_never(silence)


def _set_up(state: MachineState, texts: Messages, setting: Setting) -> str:
    own, looked = state.set_up.version == 0, state.set_up.looked
    version = (
        []
        if own
        else [texts.text("staff.bundle_version", version=number(state.set_up.version, texts.language))]
    )
    seen = (
        texts.text("staff.bundle_seen", moment=in_full(looked, setting.now, texts))
        if looked
        else texts.text("staff.bundle_unseen")
    )
    return " ".join((*version, seen, *_waiting(state, texts)))


def _waiting(state: MachineState, texts: Messages) -> Iterable[str]:
    """What becomes of a version that is not in use."""
    told = (("ready", state.set_up.ready), ("tried", state.set_up.tried), ("left", state.set_up.left))
    for key, version in told:
        if version:
            yield texts.text(f"staff.bundle_{key}", version=number(version, texts.language))


def _phrase(text: str, texts: Messages) -> Phrase:
    return Phrase(text, Language(texts.language))
