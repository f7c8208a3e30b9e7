# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day as a Form.io form wants them in its data (`dataFormat` of its `time`, in the letters of day.js)."""

import re
from datetime import time
from typing import Final

USUAL: Final = "HH:mm:ss"

_LETTERS: Final = re.compile(r"\[([^\]]*)\]|HH?|hh?|mm?|ss?|SSS|[aA]")


def knows(written: str) -> bool:
    """Whether a time can be written so: nothing is asked of it but hours, minutes and seconds."""
    return not re.search(r"[A-Za-z]", _LETTERS.sub("", written))


def in_clock(text: str, written: str) -> str:
    """A time of day (ISO 8601) written so; the text as it is where it is no time."""
    try:
        found = time.fromisoformat(text)
    except ValueError:
        return text
    half = found.hour % 12 or 12
    values = {
        "HH": f"{found.hour:02}",
        "H": str(found.hour),
        "hh": f"{half:02}",
        "h": str(half),
        "mm": f"{found.minute:02}",
        "m": str(found.minute),
        "ss": f"{found.second:02}",
        "s": str(found.second),
        "SSS": f"{found.microsecond // 1000:03}",
        "a": "pm" if found.hour >= 12 else "am",
        "A": "PM" if found.hour >= 12 else "AM",
    }
    return _LETTERS.sub(lambda part: part[1] if part[1] is not None else values[part[0]], written)
