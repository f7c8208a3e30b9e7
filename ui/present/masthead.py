# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line on top: who speaks, whether the machine is connected, and that a trial keeps nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from core.ids import Language, QuestionPath
from i18n.direction import isolate, plain
from i18n.messages import Messages
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.visit.state import Visit

TOWN = 40
"""Characters of the town's name."""

PROGRAM: Final = "Civic Kiosk"
"""Who speaks while nobody has said whose machine it is."""

_CONNECTED, _OFFLINE = _STATES = ("masthead.connected", "masthead.no_network")

_NAME: Final = QuestionPath("/data/town/name")


@dataclass(frozen=True, slots=True)
class MastheadContents:
    """`connected` is None while nothing is known yet; `state` is then empty. `trial` only in trial mode.

    `states_short` are all that `state_short` may become while a page stands, which moves nothing then (TIM-05).
    `emblem` is the picture in the place of the door, empty where there is none or none yet, `emblem_says` what it is;
    `emblem_room` keeps its place.
    `notice` takes the place of `state` while there is something to say about the machine itself.
    """

    language: Language
    town: str
    services: str
    state: str
    state_short: str
    states_short: tuple[str, ...]
    connected: bool | None
    trial: str
    notice: str
    emblem: bytes = b""
    emblem_says: str = ""
    emblem_room: bool = False


def present_masthead(visit: "Visit", texts: Messages, setting: Setting) -> MastheadContents:
    """What the line on top says. It tells of the network at once, while the page below stays as it is (TIM-05)."""
    state, short = _state(visit, texts, setting.now)
    first = present_first_masthead(visit.language, texts, setting)
    return replace(
        first,
        town=first.town if visit.editing is None else _town_of_profile(visit),
        emblem=first.emblem if visit.editing is None else b"",
        state=state,
        state_short=short,
        states_short=tuple(texts.text(key) for key in _STATES) if short else (),
        connected=visit.connected_now,
        notice=texts.text("masthead.no_voice") if visit.speech_trouble is not None else "",
    )


def present_first_masthead(language: Language, texts: Messages, setting: Setting) -> MastheadContents:
    """The same while nothing is known of the network yet."""
    town = plain(setting.town_in(language), TOWN, lines=False)
    return MastheadContents(
        language=language,
        town=town,
        services=texts.text("masthead.services"),
        state="",
        state_short="",
        states_short=(),
        connected=None,
        trial=texts.text("masthead.trial") if setting.trial_mode else "",
        notice="",
        emblem=setting.emblem,
        emblem_says=texts.text("masthead.emblem", town=isolate(town, language)),
        emblem_room=setting.emblem_room,
    )


def _town_of_profile(visit: "Visit") -> str:
    """The town whose set-up is changed here: what its name was before the setting that is open, while it is written."""
    editing, filling = visit.editing, visit.filling
    if editing is None or filling is None:
        raise ValueError("a profile that is changed needs its form")
    held = editing.guided.held if editing.guided is not None else None
    entry = held or editing.opened or filling.entry
    return plain(entry.raw(_NAME), TOWN, lines=False) or PROGRAM


def _state(visit: "Visit", texts: Messages, now: datetime) -> tuple[str, str]:
    if visit.connected_now is None:
        return "", ""
    if visit.connected_now:
        connected = texts.text(_CONNECTED)
        return connected, connected
    offline = texts.text(_OFFLINE)
    hindrance = visit.hindrance if visit.news is None else visit.news.hindrance
    if hindrance is not None:
        return texts.text(f"masthead.{hindrance.value}"), offline
    as_of = visit.as_of if visit.news is None else visit.news.as_of
    if as_of is None:
        return offline, offline
    from i18n.formats import date_day, time_short  # only where the network is gone

    last = datetime.fromtimestamp(as_of, now.tzinfo)
    if last.date() == now.date():
        return texts.text("masthead.no_network_since", time=time_short(last, texts.language)), offline
    return texts.text("masthead.no_network_since", time=date_day(last.date(), texts.language)), offline
