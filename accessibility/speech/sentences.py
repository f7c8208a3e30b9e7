# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the sentences of a text end, in every script."""

import re
from collections.abc import Iterable

from accessibility.speech.names import is_within_a_name

_ENDS = re.compile(r"(?<=[.!?؟।])\s+|(?<=[。！？])(?![”’」』）》〉】])|\n+")


def sentences(text: str) -> Iterable[str]:
    """The sentences of a text, without the spaces between them. The point of a name such as "St. Mary" ends none, and
    no quotation or bracket is parted from its end."""
    begin = 0
    for end in _ENDS.finditer(text):
        if "\n" not in end[0] and is_within_a_name(text, begin, end.start()):
            continue
        yield text[begin : end.start()]
        begin = end.end()
    yield text[begin:]
