# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much height a tray of keys takes, and what it takes where that would cover what is written."""

from collections.abc import Mapping
from typing import Final, Literal

Height = Literal["usual", "low", "lowest", "least"]
"""How much height a tray takes: letters that come in parts come in more of them, each in one row, where it is low; at
the lowest its rows are also no higher than what stands on them needs; at the least the key that turns the sheets stands
beside the letters, of which there are fewer at a time."""

LOWER: Final[Mapping[Height, Height]] = {"usual": "low", "low": "lowest", "lowest": "least", "least": "least"}
