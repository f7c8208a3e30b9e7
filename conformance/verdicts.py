# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges evidence: what may be claimed of a requirement, and why not more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from conformance.evidence import Evidence, Shown
from conformance.requirements import Requirement, known, requirements


class Level(IntEnum):
    """What may be claimed; a higher number claims more."""

    NOT_TESTED = 0
    DOES_NOT_SUPPORT = 1
    PARTIALLY = 2
    SUPPORTS = 3


WORDS: Final[Mapping[Level, str]] = {
    Level.NOT_TESTED: "not tested",
    Level.DOES_NOT_SUPPORT: "does not support",
    Level.PARTIALLY: "partially supports",
    Level.SUPPORTS: "supports",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim about one requirement, with the reasons why it is not a higher one."""

    requirement: Requirement
    level: Level
    reasons: tuple[str, ...]
    evidence: Evidence


def verdicts(shown: Shown, asked: Mapping[str, Requirement] | None = None) -> tuple[Verdict, ...]:
    """One verdict for each requirement of a screen, or each that is asked for, in the order of the list."""
    each = requirements() if asked is None else asked
    return tuple(judged(requirement, shown.get(name, Evidence())) for name, requirement in each.items())


def judged(requirement: Requirement, evidence: Evidence) -> Verdict:
    """The highest claim that the evidence carries."""
    reasons = [f"fails: {test}" for test in sorted(evidence.failed)]
    reasons += sorted(evidence.gaps)
    reasons += requirement.gaps
    if evidence.failed and not evidence.shown and not evidence.partly:
        return Verdict(requirement, Level.DOES_NOT_SUPPORT, tuple(reasons), evidence)
    proved = set(evidence.partly.values())
    if evidence.shown or requirement.parts:
        reasons += [f"not shown by this run: {part}" for part in requirement.parts if part not in proved]
    else:
        reasons += [f"proved so far: {covers}" for covers in sorted(proved)]
    if not evidence.shown and not evidence.partly:
        return Verdict(requirement, Level.NOT_TESTED, tuple(reasons), evidence)
    level = Level.PARTIALLY if reasons else Level.SUPPORTS
    return Verdict(requirement, level, tuple(reasons), evidence)


def worst(levels: Iterable[Level]) -> Level:
    """What may be claimed of a criterion whose requirements stand like this.

    Part of it untested, or untrue, while another part is true: it is partially supported.
    """
    found = set(levels)
    if len(found) == 1:
        return found.pop()
    return Level.PARTIALLY if found & {Level.SUPPORTS, Level.PARTIALLY} else Level.DOES_NOT_SUPPORT


def overclaimed(claimed: Shown, shown: Shown) -> list[str]:
    """Where `claimed` says more than `shown` carries; empty when it does nowhere."""
    return [
        f"{said.requirement.id}: the report says '{WORDS[said.level]}', the tests show '{WORDS[is_so.level]}'"
        + (f" ({'; '.join(is_so.reasons)})" if is_so.reasons else "")
        for said, is_so in zip(verdicts(claimed, known()), verdicts(shown, known()), strict=True)
        if said.level > is_so.level
    ]
