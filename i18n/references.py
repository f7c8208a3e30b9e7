# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that people copy, say and type: set in small groups, always from left to right."""

import re

from i18n.direction import NO_BREAK_SPACE, left_to_right

_GROUP = 3
_LONGEST_GROUP = 4
_SEPARATORS = re.compile(r"[\s\-–—/.:#]+")
_LETTERS_THEN_DIGITS = re.compile(r"^([A-Za-z]{2,4})(\d{2,})$")


def reference_groups(reference: str) -> tuple[str, ...]:
    """A reference in groups of two to four characters: `PA264T7K2M` → `PA2`, `64T`, `7K2M`.

    Where its author set dashes, dots or spaces, the groups keep to them.
    """
    parts = [part for part in _SEPARATORS.split(reference) if part]
    return tuple(group for part in parts for group in _halve(part))


def _halve(part: str) -> tuple[str, ...]:
    if len(part) <= _LONGEST_GROUP:
        return (part,)
    if split := _LETTERS_THEN_DIGITS.match(part):
        return (split[1], *_halve(split[2]))
    groups = [part[at : at + _GROUP] for at in range(0, len(part), _GROUP)]
    if len(groups[-1]) == 1:
        last = groups.pop()
        groups[-1] += last
    return tuple(groups)


def reference_line(reference: str) -> str:
    """The groups on one line, that may break between groups only, isolated from left to right."""
    return left_to_right(" ".join(reference_groups(reference)))


def unbroken(reference: str) -> str:
    """The groups on one line that never breaks, isolated from left to right."""
    return left_to_right(NO_BREAK_SPACE.join(reference_groups(reference)))


def spelled(reference: str) -> str:
    """One sign after another, with a pause between groups, for the voice: `P A 2, 6 4 T`."""
    return ", ".join(" ".join(group.upper()) for group in reference_groups(reference))
