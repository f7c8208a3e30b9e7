# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How ALSA's `amixer` is asked for the control of a headphone socket, and what its answer means; without a window."""

import re
from typing import Final

READER: Final = "amixer"
_PLUGGED: Final = re.compile(rb"^\s*: values=on\b", re.MULTILINE)


def question(card: str, control: str) -> list[str]:
    """The arguments that ask for one control of one sound card."""
    return ["-c", card, "cget", f"iface=CARD,name='{control}'"]


def is_plugged(said: bytes) -> bool:
    """Whether the answer says that something is plugged in. Anything else than that says that nothing is."""
    return bool(_PLUGGED.search(said))
