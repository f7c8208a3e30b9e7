# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fillings of Form.io forms whose outcomes were recorded from the reference engine."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "core" / "forms"


def recorded(name: str) -> list[dict[str, Any]]:
    """Every filling of a file."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}-as-recorded.json").read_text("utf-8"))[
        "recorded"
    ]
    return found


def called(one: dict[str, Any]) -> str:
    """What a filling is called among the tests."""
    return f"{one['name']} {json.dumps(one['input'])}"[:80]
