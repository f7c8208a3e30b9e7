# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deals looks out to screens by their names: a screen that is added or goes takes no other one's look away."""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

DIGEST_BYTES = 4


def _lot(words: str) -> int:
    """A number that is these words' own, on every machine."""
    return int.from_bytes(blake2b(words.encode(), digest_size=DIGEST_BYTES).digest(), "big")


def dealt(names: Sequence[str], count: int) -> dict[str, int]:
    """For each name one of `count` numbers from 0 on, chosen by the name. Each number is dealt at least once.

    A number that no name has by itself is taken over by one of those that share theirs; the others keep theirs.
    """
    if len(names) < count:
        raise ValueError(f"{len(names)} names for {count} numbers")
    found = {name: _lot(name) % count for name in names}
    held = Counter(found.values())
    for number in range(count):
        if not held[number]:
            name = max(
                (one for one in names if held[found[one]] > 1), key=lambda one: _lot(f"{number} {one}")
            )
            held[found[name]] -= 1
            held[number] += 1
            found[name] = number
    return found
