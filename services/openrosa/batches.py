# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts a submission that is larger than its server takes at once: the same XML with some of its files each time.

OpenRosa Form Submission API 1.0: the server puts together what has the same instanceID; `*isIncomplete*` says that more
files are to come.
"""

import re
from dataclasses import dataclass, field

from core.submission import Envelope

XML_NAME = b'name="xml_submission_file"'
INCOMPLETE = b'Content-Disposition: form-data; name="*isIncomplete*"\r\n\r\nyes\r\n'
_BOUNDARY = re.compile(r"boundary=([0-9A-Za-z-]{8,70})")


@dataclass(frozen=True, slots=True)
class Batch:
    """One POST: its bytes, made of the envelope's own, and whether another follows."""

    body: bytes = field(repr=False)
    more: bool


def batches(envelope: Envelope, most: int | None) -> tuple[Batch, ...]:
    """The POSTs for a server that takes at most so many bytes; none when one file alone is too large for it.

    The same envelope and limit always give the same bytes.
    """
    if most is None or len(envelope.body) <= most:
        return (Batch(envelope.body, more=False),)
    kind = next((value for name, value in envelope.headers if name == "Content-Type"), "")
    found = _BOUNDARY.search(kind)
    if found is None:
        return ()
    line = b"--" + found[1].encode() + b"\r\n"
    end = b"--" + found[1].encode() + b"--\r\n"
    parts = envelope.body.removesuffix(end).split(line)[1:]
    if not parts or XML_NAME not in parts[0]:
        return ()
    fixed = len(line) * 2 + len(parts[0]) + len(INCOMPLETE) + len(end)
    groups = _groups([len(line) + len(part) for part in parts[1:]], most - fixed)
    made = []
    for place, group in enumerate(groups, 1):
        more = place < len(groups)
        inside = [parts[0], *([INCOMPLETE] if more else []), *(parts[1 + one] for one in group)]
        made.append(Batch(b"".join(line + one for one in inside) + end, more))
    return tuple(made)


def _groups(sizes: list[int], room: int) -> list[list[int]]:
    """The files in their order, as many together as there is room for; none when one does not fit."""
    groups: list[list[int]] = []
    left = 0
    for place, size in enumerate(sizes):
        if size > room:
            return []
        if size > left:
            groups.append([])
            left = room
        groups[-1].append(place)
        left -= size
    return groups
