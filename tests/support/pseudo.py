# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages that nobody speaks: 40 % longer than English, or written from right to left, to try layouts with."""

import gettext
import re

from i18n.messages import Messages

_PLACEHOLDER = re.compile(r"(\{[^}]*\})")
_ACCENTED = str.maketrans("aeiouAEIOUcnsyz", "áéíóúÁÉÍÓÚçñšýž")
_MIRRORED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضابجدهوزحطيكلمنسعفصقرشتثخذض",
)
LONGER = 0.4


def longer(text: str) -> str:
    """The text with accents and 40 % more letters, in words of a likely length, placeholders kept."""
    accented = "".join(
        part if part.startswith("{") else part.translate(_ACCENTED) for part in _PLACEHOLDER.split(text)
    )
    wanted = round(len(text) * LONGER)
    padding = "lorem ipsunt dolorem "
    return accented + (
        " " + (padding * (wanted // len(padding) + 1))[: wanted - 1].strip() if wanted > 1 else ""
    )


def right_to_left(text: str) -> str:
    """The text in Arabic letters that mean nothing, placeholders kept."""
    return "".join(
        part if part.startswith("{") else part.translate(_MIRRORED) for part in _PLACEHOLDER.split(text)
    )


class _Changed(gettext.NullTranslations):
    def __init__(self, real: gettext.NullTranslations, change: str) -> None:
        super().__init__()
        self._real = real
        self._change = longer if change == "long" else right_to_left

    def gettext(self, message: str) -> str:
        found = self._real.gettext(message)
        return found if found == message else self._change(found)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        found = self._real.ngettext(msgid1, msgid2, n)
        return found if found == msgid1 else self._change(found)


def pseudo_long() -> Messages:
    return Messages("en", _Changed(Messages.load("en").catalogue, "long"))


def pseudo_right_to_left() -> Messages:
    return Messages("ar", _Changed(Messages.load("en").catalogue, "rtl"))
