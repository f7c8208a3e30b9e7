# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of day as a Form.io form wants them in its data (`dataFormat` of its `time`, in the letters of day.js)."""

import re
from datetime import time
from typing import Final

USUAL: Final = "HH:mm:ss"

_LETTERS: Final = re.compile(r"\[([^\]]*)\]|HH?|hh?|mm?|SSS|ss?|[aA]")

_READ: Final = {
    "HH": "(?P<hour>[0-9]{2})",
    "H": "(?P<hour>[0-9]{1,2})",
    "hh": "(?P<half>[0-9]{2})",
    "h": "(?P<half>[0-9]{1,2})",
    "mm": "(?P<minute>[0-9]{2})",
    "m": "(?P<minute>[0-9]{1,2})",
    "ss": "(?P<second>[0-9]{2})",
    "s": "(?P<second>[0-9]{1,2})",
    "SSS": "[0-9]{3}",
    "a": "(?P<part>[ap]m)",
    "A": "(?P<part>[AP]M)",
}


def knows(written: str) -> bool:
    """Whether a time can be written so and read again: of hours, minutes and seconds each once, and nothing else."""
    letters = [found[0] for found in _LETTERS.finditer(written) if found[1] is None and found[0] != "SSS"]
    each_once = len({one[0].lower() for one in letters}) == len(letters)
    hours = bool({"HH", "H"}.intersection(letters)) or (
        bool({"hh", "h"}.intersection(letters)) and bool({"a", "A"}.intersection(letters))
    )
    return hours and each_once and not re.search(r"[A-Za-z]", _LETTERS.sub("", written))


def out_of_clock(text: str, written: str) -> str:
    """The time of day (ISO 8601) that was written so; empty for what was not."""
    pattern = "".join(
        re.escape(part) if number % 2 == 0 else _READ.get(part, re.escape(part[1:-1]))
        for number, part in enumerate(re.split(r"(\[[^\]]*\]|HH?|hh?|mm?|SSS|ss?|[aA])", written))
    )
    found = re.fullmatch(pattern, text)
    if found is None:
        return ""
    parts = found.groupdict()
    hour = int(parts.get("hour") or parts.get("half") or 0)
    if parts.get("part"):
        hour = hour % 12 + 12 * (parts["part"].lower() == "pm")
    return f"{hour:02}:{int(parts.get('minute') or 0):02}:{int(parts.get('second') or 0):02}"


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
