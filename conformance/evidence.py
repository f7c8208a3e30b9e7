# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one or several runs of the tests have shown of each requirement, as a file that can be read and compared."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from conformance.requirements import known

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one requirement.

    `shown` are the tests and checks that passed and cover it whole. `partly` are those that cover a part, with what
    they cover. `failed` are those that failed. `gaps` are known faults, each with its reason.
    """

    shown: frozenset[str] = frozenset()
    partly: Mapping[str, str] = field(default_factory=dict)
    failed: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()

    def joined(self, other: "Evidence") -> "Evidence":
        """What both together show: a test that failed once has failed."""
        failed = self.failed | other.failed
        partly = {**self.partly, **other.partly}
        return Evidence(
            (self.shown | other.shown) - failed,
            {test: covers for test, covers in partly.items() if test not in failed},
            failed,
            self.gaps | other.gaps,
        )


Shown = Mapping[str, Evidence]
"""Requirement id → what is known of it."""


def joined(runs: Iterable[Shown]) -> Shown:
    """What several runs show together."""
    whole: dict[str, Evidence] = {}
    for run in runs:
        for name, evidence in run.items():
            whole[name] = whole.get(name, Evidence()).joined(evidence)
    return whole


def plain(shown: Shown) -> dict[str, object]:
    """The same as lists, sorted, without dates or counts, so that equal results are equal files."""
    return {
        name: {
            "shown": sorted(one.shown),
            "partly": dict(sorted(one.partly.items())),
            "failed": sorted(one.failed),
            "gaps": sorted(one.gaps),
        }
        for name, one in sorted(shown.items())
    }


def written(shown: Shown) -> str:
    """The same as text."""
    return json.dumps({"format": FORMAT, "requirements": plain(shown)}, indent=1, ensure_ascii=False) + "\n"


def read(path: Path) -> Shown:
    """Read what `written` has made. ValueError for another format or an unknown requirement."""
    raw = json.loads(path.read_text("utf-8"))
    if raw["format"] != FORMAT:
        raise ValueError(f"{path}: format {raw['format']}")
    return parsed(raw["requirements"], path)


def parsed(raw: Mapping[str, Mapping[str, Any]], path: Path) -> Shown:
    """What `plain` has made, as evidence. ValueError for an unknown requirement."""
    unknown = set(raw) - set(known())
    if unknown:
        raise ValueError(f"{path}: unknown requirements {sorted(unknown)}")
    return {
        name: Evidence(
            frozenset(one["shown"]), dict(one["partly"]), frozenset(one["failed"]), frozenset(one["gaps"])
        )
        for name, one in raw.items()
    }
