# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only the long run shows, kept beside the report: it counts for its own version and its own services alone.

Every service done in every way takes most of an hour. Each run repeats a share of it; what fails there takes the claim
back, whatever is kept.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from conformance.evidence import Shown, parsed, plain

TOWN: Final = Path(__file__).parents[1] / "sandbox" / "town"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a long run was about: a version of the program, and the services of the town that is shipped with it."""

    version: str
    services: tuple[str, ...]


def subject_now(version: str, town: Path = TOWN) -> Subject:
    """The program of this version with the services as they are described now."""
    files = sorted(town.glob("services-*.json"))
    return Subject(version, tuple(sorted(_ids(json.loads(file.read_text("utf-8")) for file in files))))


def _ids(lists: Iterable[list[dict[str, object]]]) -> set[str]:
    return {str(service["id"]) for services in lists for service in services}


def written(shown: Shown, subject: Subject) -> str:
    """As text, which `counted` reads."""
    body = {"version": subject.version, "services": list(subject.services), "requirements": plain(shown)}
    return json.dumps(body, indent=1, ensure_ascii=False) + "\n"


def counted(path: Path, subject: Subject) -> Shown:
    """What is kept there; nothing if there is no such file, or if it is about another version or other services."""
    if not path.is_file():
        return {}
    raw = json.loads(path.read_text("utf-8"))
    if Subject(raw["version"], tuple(raw["services"])) != subject:
        return {}
    return parsed(raw["requirements"], path)
