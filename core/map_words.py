# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who made a map, as plain text: makers write it as HTML, with links that lead nowhere on a kiosk."""

import re
import unicodedata
from html import unescape
from typing import Final

LONGEST: Final = 200
"""Characters that are shown."""

_TAG: Final = re.compile(r"<[^<>]{0,500}>")


def plain_attribution(written: str) -> str:
    """Without tags, on one line, and without signs that change how others are read."""
    text = unescape(_TAG.sub(" ", written))
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in text)
    return " ".join(kept.split())[:LONGEST].strip()
