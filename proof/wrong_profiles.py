# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes profiles that are wrong in every way that a person, an editor or a disk makes them wrong."""

import copy
import json
import random
import tomllib
from collections.abc import Callable, Iterator
from typing import Any, Final

from tests.support.bundle_world import PROFILE

NONSENSE: Final[tuple[Any, ...]] = (-1, 10**12, "no such word", ["no such word"], {"no such key": 1}, "a\nb")
DOORS: Final = ("catalogue", "origins")
PLAIN: Final = "http://town.example"
"""An address without TLS, elsewhere than on this machine."""


def wrong_profiles(seed: int) -> Iterator[tuple[str, bytes]]:
    """For ever: what is wrong, and the profile."""
    chance = random.Random(seed)
    makers: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (
        _nonsense,
        _without,
        _strange_key,
        _cut,
        _noise,
        _without_tls,
        _below_a_threshold,
    )
    while True:
        yield chance.choice(makers)(chance)


def written(values: Any) -> str:
    """TOML, with each key on one line: JSON's strings, numbers and lists are TOML's too."""
    if isinstance(values, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {written(value)}" for key, value in values.items()) + "}"
    if isinstance(values, list):
        return "[" + ", ".join(map(written, values)) + "]"
    return json.dumps(values, ensure_ascii=False)


def _as_profile(values: dict[str, Any]) -> bytes:
    return "".join(f"{json.dumps(key)} = {written(value)}\n" for key, value in values.items()).encode()


def _read() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(PROFILE.decode()))


def _numbers(values: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    found: list[tuple[dict[str, Any], str]] = []
    for key, value in values.items():
        if isinstance(value, dict):
            found += _numbers(value)
        elif not isinstance(value, bool) and isinstance(value, int | float):
            found.append((values, key))
    return found


def _nonsense(chance: random.Random) -> tuple[str, bytes]:
    """A number gives way to what no number is, or to one that no machine has."""
    values = _read()
    table, key = chance.choice(_numbers(values))
    table[key] = chance.choice(NONSENSE)
    return f"nonsense for {key}", _as_profile(values)


def _without(chance: random.Random) -> tuple[str, bytes]:
    values = _read()
    key = chance.choice(("kind", "languages", "catalogue", "origins", "town", "screen"))
    del values[key]
    return f"without {key}", _as_profile(values)


def _strange_key(chance: random.Random) -> tuple[str, bytes]:
    values = _read()
    tables = [values, *(one for one in values.values() if isinstance(one, dict))]
    chance.choice(tables)[f"strange-{chance.randrange(1_000)}"] = 1
    return "a key that nobody knows", _as_profile(values)


def _cut(chance: random.Random) -> tuple[str, bytes]:
    """Before the table that comes last of those without which there is no profile."""
    whole = PROFILE[: PROFILE.index(b"[screen]")]
    return "cut", whole[: chance.randrange(len(whole))]


def _noise(chance: random.Random) -> tuple[str, bytes]:
    place = chance.randrange(len(PROFILE))
    return "noise", PROFILE[:place] + b"\xff\x00" + chance.randbytes(8) + PROFILE[place:]


def _without_tls(chance: random.Random) -> tuple[str, bytes]:
    values = _read()
    key = chance.choice(DOORS)
    values[key] = f"{PLAIN}/catalogue.jsonld" if key == "catalogue" else [PLAIN]
    return f"{key} without TLS", _as_profile(values)


def _below_a_threshold(chance: random.Random) -> tuple[str, bytes]:
    values = _read()
    key = chance.choice(("warning", "farewell", "idle"))
    values["delays"][key] = 0 if key == "farewell" else chance.randrange(1, 5)
    return f"{key} too short for slow people", _as_profile(values)


WRONG_FILES: Final = (
    ("forms/broken.xml", b"<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:head>"),
    ("forms/bomb.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ("catalogue/catalogue.jsonld", b"[" * 5_000),
    ("catalogue/catalogue.jsonld", b"{}"),
    ("media/places.geojson", b'{"type": "FeatureCollection", "features": [1]}'),
    ("languages/pl/language.toml", b"own_name = 1"),
    ("languages/pl/language.toml", b"\xff\xfe"),
)
"""Files beside a good profile that nobody could work with."""
