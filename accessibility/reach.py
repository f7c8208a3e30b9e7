# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How high and how low people reach, above the floor (ADA 308.2.1, which 508 407.8.3 follows), in mm."""

from typing import Final

HIGHEST: Final = 1220.0
"""48 inches: nothing to press may be higher for who sits before the machine."""

LOWEST: Final = 380.0
"""15 inches: nothing to press may be lower."""
