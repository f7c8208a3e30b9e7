# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spells language tags of others as the rest of the program spells them."""

from core.ids import Language

UNDETERMINED = Language("und")


def language_tag(tag: str) -> Language:
    """A BCP 47 tag in its usual spelling (RFC 5646 section 2.1.1); Chinese of the mainland as `zh-Hans`.

    No tag, or one that is none, gives `und`.
    """
    parts = tag.replace("_", "-").split("-")
    if not (2 <= len(parts[0]) <= 8 and all(part.isascii() and part.isalnum() for part in parts)):
        return UNDETERMINED
    spelled = [parts[0].lower(), *(_subtag(part) for part in parts[1:4])]
    if spelled[0] == "zh" and len(spelled) > 1 and spelled[1] in ("CN", "SG"):
        return Language("zh-Hans")
    if spelled[0] == "zh" and len(spelled) > 1 and spelled[1] in ("TW", "HK", "MO"):
        return Language("zh-Hant")
    return Language("-".join(spelled))


def _subtag(part: str) -> str:
    return part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower()
