# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the places of the bar mean to a visit, and the keys that are not about moving."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from accessibility.hands.actions import Action
from accessibility.preferences import Preferences
from core.visit import events as e

BAR_EVENTS: Mapping[str, Callable[[], e.ByPerson]] = MappingProxyType(
    {
        "back": e.BackPressed,
        "help": e.HelpPressed,
        "read": e.ReadAloudPressed,
        "settings": e.ComfortPressed,
        "language": e.LanguagesPressed,
        "finish": e.FinishPressed,
    }
)
"""What the six places of the bar mean."""

_KEY_EVENTS: Mapping[Action, Callable[[], e.ByPerson]] = MappingProxyType(
    {
        Action.BACK: e.BackPressed,
        Action.HELP: e.HelpPressed,
        Action.REPEAT: e.RepeatPressed,
        Action.PAUSE: e.PausePressed,
        Action.SPELL: e.SpellPressed,
        Action.LANGUAGE: e.LanguagesPressed,
        Action.HIDE: e.HidePressed,
    }
)
_RATE_STEPS: Mapping[Action, int] = MappingProxyType({Action.SLOWER: -1, Action.FASTER: 1})
_VOLUME_STEPS: Mapping[Action, int] = MappingProxyType({Action.SOFTER: -1, Action.LOUDER: 1})


def meaning_of(action: Action, preferences: Preferences) -> e.ByPerson | Preferences | None:
    """What is to be sent for a key: an event, or the preferences that it leads to; None for one about moving."""
    if action in _KEY_EVENTS:
        return _KEY_EVENTS[action]()
    if action in _RATE_STEPS:
        return preferences.with_speech_rate(preferences.speech_rate + _RATE_STEPS[action])
    if action in _VOLUME_STEPS:
        return preferences.with_volume(preferences.volume + _VOLUME_STEPS[action])
    return None
