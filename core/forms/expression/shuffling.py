# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts nodes into an order that looks random and is the same for the same seed, as the ODK engines do."""

import hashlib
import math
from collections.abc import Callable, Sequence

from core.forms.expression.values import Value, scalar, to_number, to_text

_MODULUS = 2_147_483_647
_FACTOR = 16_807


def shuffled(nodes: Sequence[int], fraction: Callable[[], float]) -> list[int]:
    """Fisher and Yates' shuffle from the inside out; `fraction` gives numbers from 0 to below 1."""
    found: list[int] = []
    for place, node in enumerate(nodes):
        chosen = int(fraction() * (place + 1))
        found.append(node)
        found[place], found[chosen] = found[chosen], found[place]
    return found


def from_seed(seed: Value) -> Callable[[], float]:
    """Park and Miller's minimal standard generator. A seed that is no number counts by its SHA-256 digest."""
    state = _number(seed) % _MODULUS
    if state <= 0:
        state += _MODULUS - 1

    def fraction() -> float:
        nonlocal state
        state = state * _FACTOR % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return fraction


def from_bytes(draw: Callable[[], bytes]) -> Callable[[], float]:
    """Fractions without a seed, of the bytes that an evaluation lends."""
    return lambda: int.from_bytes(draw()[:6], "big") / 2**48


def _number(seed: Value) -> int:
    number = to_number(seed)
    if math.isfinite(number):
        return int(number)
    digest = hashlib.sha256(to_text(scalar(seed)).encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
