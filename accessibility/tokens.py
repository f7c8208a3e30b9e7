# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tokens of the look as typed values: sizes in millimetres, ratios and the colours of each theme."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

Role = Literal["hero", "display", "heading", "title", "strong", "body", "field", "key"]
Space = Literal["s1", "s2", "s3", "s4", "s5", "s6", "s7"]
TargetName = Literal["min", "gap", "button", "primary", "choice", "key"]

HEADING_RATIO: Final = 1.25
"""Every heading is this many times body text at every step (look.md, "Decided"; SEE-03)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five text steps. `cap` is the height of body capitals, the rest is drawn; all in mm."""

    cap: float
    space_factor: float
    icon: float
    icon_rail: float
    rail_wide: float
    rail_narrow: float
    lit: float


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A rank of text: its size as a multiple of body, its weight, and its line as a multiple of its size."""

    ratio: float
    bold: bool
    line: float


@dataclass(frozen=True, slots=True)
class ScriptLines:
    """Line heights of one script, as multiples of the size; `scale` sets its letters as big as Latin ones."""

    body: float
    assisted: float
    title: float
    scale: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything of `tokens.json` that the program draws with. `targets` are standard, then assisted."""

    cap_to_em: float
    steps: tuple[Step, ...]
    roles: Mapping[str, TypeRole]
    scripts: Mapping[str, ScriptLines]
    space: Mapping[str, float]
    targets: tuple[Mapping[str, float], Mapping[str, float]]
    radius_control: float
    radius_card: float
    line: float
    line_two_colours: float
    line_strong: float
    ring: float
    ring_assisted: float
    themes: Mapping[str, Mapping[str, str]]


@cache
def tokens() -> Tokens:
    """Read the tokens. They belong to the program: a fault in them is a bug and stops loudly."""
    raw: dict[str, Any] = json.loads(Path(__file__).with_name("tokens.json").read_text("utf-8"))
    shape, focus = raw["shape"], raw["focus"]
    return Tokens(
        cap_to_em=raw["cap_to_em"],
        steps=tuple(_step(raw["text_steps"][f"T{number}"]) for number in range(1, 6)),
        roles=MappingProxyType({name: _role(name, role) for name, role in raw["type_roles"].items()}),
        scripts=MappingProxyType(
            {
                name: ScriptLines(
                    lines["body"], lines["assisted"], lines["title"], raw["size_by_script"][name]
                )
                for name, lines in raw["line_height_by_script"].items()
            }
        ),
        space=MappingProxyType(raw["space"]),
        targets=(MappingProxyType(raw["target"]["standard"]), MappingProxyType(raw["target"]["assisted"])),
        radius_control=shape["radius_control"],
        radius_card=shape["radius_card"],
        line=shape["line"],
        line_two_colours=shape["line_in_two_colour_themes"],
        line_strong=shape["line_strong"],
        ring=focus["inner"],
        ring_assisted=focus["inner_assisted"],
        themes=MappingProxyType({name: MappingProxyType(theme) for name, theme in raw["themes"].items()}),
    )


def _step(raw: dict[str, float]) -> Step:
    return Step(
        raw["cap"],
        raw["space_factor"],
        raw["icon"],
        raw["icon_rail"],
        raw["rail_K2"],
        raw["rail_H1"],
        raw["lit"],
    )


def _role(name: str, raw: dict[str, float]) -> TypeRole:
    ratio = HEADING_RATIO if name == "heading" else raw["ratio"]
    return TypeRole(ratio, raw["weight"] >= 700, raw["line_height"])
