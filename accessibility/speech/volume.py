# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How loud the voice is: five steps of 8 dB around the usual one, the loudest without distortion.

accessibility.md SPK-05: no step is more than 10 dB, the loudest peaks at -1 dBFS or below, and a visit begins at 65 dBA
or less where staff has measured what the loudest step gives (508 402.3.2; EN 301 549 5.1.3.11 to 5.1.3.13).
"""

import math
from typing import Final

STEP_DB: Final = 8.0
LOUDEST_DB: Final = -1.0
"""Of the largest sample, dBFS."""

VOLUMES: Final = (-2, 2)
"""From quietest to loudest; 0 is the usual one."""

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


def loudest_start(loudest_dba: float) -> int:
    """The loudest step with which a visit may begin: at most 65 dBA, and the usual one where nobody has measured.

    `loudest_dba` as in `trim_db`, which has its say first.
    """
    if not loudest_dba:
        return 0
    usual_dba = loudest_dba - STEP_DB * VOLUMES[1] + trim_db(loudest_dba)
    return min(VOLUMES[1], math.floor((USUAL_DBA - usual_dba) / STEP_DB))
