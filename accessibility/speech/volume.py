# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How loud the voice is: five steps of 8 dB around the usual one, the loudest without distortion.

accessibility.md SPK-05: no step is more than 10 dB, the loudest peaks at -1 dBFS or below, and a visit begins at 65 dBA
or less where staff has measured what the loudest step gives (508 402.3.2; EN 301 549 5.1.3.11 to 5.1.3.13).
"""

from typing import Final

STEP_DB: Final = 8.0
LOUDEST_DB: Final = -1.0
"""Of the largest sample, dBFS."""

VOLUMES: Final = (-2, 2)
"""From quietest to loudest; 0 is where a visit begins."""

USUAL_DBA: Final = 65.0


def gain_db(volume: int, trim_db: float = 0.0) -> float:
    """What a step does to the sound. ValueError for a step that does not exist."""
    quietest, loudest = VOLUMES
    if not quietest <= volume <= loudest:
        raise ValueError(f"volume {volume}")
    return LOUDEST_DB - STEP_DB * (loudest - volume) + min(trim_db, 0.0)


def trim_db(loudest_dba: float) -> float:
    """How much softer everything must be so that the usual step is at most 65 dBA. Never above 0.

    `loudest_dba` was measured by staff at the loudest step of an untrimmed voice; 0 when nobody has.
    """
    if not loudest_dba:
        return 0.0
    return min(0.0, USUAL_DBA - (loudest_dba - STEP_DB * VOLUMES[1]))
