# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a Form.io definition, which are HTML in places, as plain messages."""

import html
import re
from typing import Final

from core.forms.language_names import UNDETERMINED
from core.forms.message import Message, MessageVersion
from core.forms.plain_text import LONGEST, plain

_BREAK: Final = re.compile(r"</(?:p|div|li|h[1-6]|tr)\s*>|<br\s*/?>", re.IGNORECASE)
_UNSEEN: Final = re.compile(r"<(style|script)\b[^>]{0,400}>.{0,20000}?</\1>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


def text(shown: str) -> Message:
    """A message in the form's own language, which it does not tell; HTML goes, the words stay."""
    made = words(shown)
    return Message((MessageVersion(UNDETERMINED, (made,)),)) if made else Message()


def words(shown: str) -> str:
    """A text without its HTML."""
    cut = _UNSEEN.sub("", shown[:LONGEST])
    return plain(html.unescape(_TAG.sub("", _BREAK.sub("\n", cut))))
