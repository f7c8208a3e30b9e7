# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key maps: for each way of input, which key means what. The maps themselves are data, in keymaps.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from accessibility.hands.actions import Action
from accessibility.hands.ways import Hands, Way

FILE = Path(__file__).with_name("keymaps.toml")


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Key names (Qt's, without `Key_`) and what they mean. One key never means two things."""

    way: Way
    keys: Mapping[str, Action]

    def action(self, key: str, *, writing: bool = False) -> Action | None:
        """What a key means; None when it means nothing here.

        `writing`: a field has the focus. On a whole keyboard, what writes in it is left to it; other ways have no
        keys that write, so theirs mean the same everywhere.
        """
        if writing and self.way.whole_keyboard and (len(key) == 1 or key in WRITES):
            return None
        return self.keys.get(key)

    def keys_for(self, action: Action) -> tuple[str, ...]:
        """The keys that mean something, as the file lists them."""
        return tuple(key for key, meant in self.keys.items() if meant is action)


WRITES = frozenset({"Space", "Return", "Enter", "Left", "Right"})
"""Keys that mean something to a field: they write, end the line, or move the caret."""


@cache
def key_maps() -> Mapping[Way, KeyMap]:
    """Every shipped map. ValueError for a map that names no way or action, or gives a key two meanings."""
    return read_key_maps(FILE.read_bytes())


def read_key_maps(raw: bytes) -> Mapping[Way, KeyMap]:
    """Read maps. ValueError as in `key_maps`."""
    found: dict[Way, KeyMap] = {}
    for name, actions in tomllib.loads(raw.decode("utf-8")).items():
        keys: dict[str, Action] = {}
        for meant, names in actions.items():
            for key in names:
                if key in keys:
                    raise ValueError(f"{name}: {key} means {keys[key].value} and {meant}")
                keys[key] = Action(meant)
        found[Way(name)] = KeyMap(Way(name), MappingProxyType(keys))
    if Way.KEYBOARD in found:
        # A keyboard beside a touch screen is a keyboard.
        found[Way.TOUCH] = KeyMap(Way.TOUCH, found[Way.KEYBOARD].keys)
    if missing := set(Way) - set(found):
        raise ValueError(f"no key map for {sorted(way.value for way in missing)}")
    return MappingProxyType(found)


def map_for(hands: Hands) -> KeyMap:
    """The map of a person's way, with the switches that they have pressed themselves in the places of the usual."""
    usual = key_maps()[hands.way]
    if not hands.way.scans or not hands.switches:
        return usual
    own = dict(zip(hands.switches, (Action.SWITCH_1, Action.SWITCH_2), strict=False))
    rest = {k: a for k, a in usual.keys.items() if k not in own and a not in own.values()}
    return KeyMap(hands.way, MappingProxyType({**own, **rest}))
