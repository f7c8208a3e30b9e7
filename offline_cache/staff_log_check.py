# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what was changed in a log of staff: edited, taken out, put in another order, or cut off at its end."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from offline_cache.staff_log_chain import Chain, Checkpoint, Link, digest_after, is_signed


class LogFault(Enum):
    """What is wrong at a place of a log."""

    MISSING = "missing"
    CHANGED = "changed"
    CUT = "cut"
    UNSIGNED = "unsigned"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class LogVerdict:
    """How many records were read, where the chain stands after them, and the first thing that is wrong."""

    records: int
    link: Link
    fault: LogFault | None = None
    at: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was changed."""
        return self.fault is None


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is kept."""

    number: int
    content: bytes
    mac: bytes


def checked(
    base: Link,
    rows: Iterable[Row],
    checkpoints: Sequence[Checkpoint],
    public: bytes,
    chain: Chain | None,
) -> LogVerdict:
    """Read a log from `base` on. Without `chain`, a machine's secret, only what comes before a signature is proven."""
    signed = {checkpoint.link.number: checkpoint for checkpoint in checkpoints}
    link, count = base, 0
    for row in rows:
        if row.number != link.number + 1 or _number_in(row.content) != row.number:
            return LogVerdict(count, link, LogFault.MISSING, link.number + 1)
        after = chain.after(link, row.content) if chain is not None else _followed(link, row)
        if after.mac != row.mac:
            return LogVerdict(count, link, LogFault.CHANGED, row.number)
        link, count = after, count + 1
        checkpoint = signed.pop(link.number, None)
        if checkpoint is not None and (checkpoint.link != link or not is_signed(checkpoint, public)):
            return LogVerdict(count, link, LogFault.UNSIGNED, link.number)
    beyond = [number for number in signed if number != base.number]
    if beyond:
        # A signature says that there was more, or that there was something before the beginning.
        fault = LogFault.CUT if max(beyond) > link.number else LogFault.BEGINNING
        return LogVerdict(count, link, fault, max(beyond))
    return LogVerdict(count, link)


def with_known(checkpoints: Sequence[Checkpoint], known: Checkpoint | None, base: Link) -> list[Checkpoint]:
    """The log's own, and one that was taken away earlier in the place of the log's word for it."""
    if known is None or known.link.number <= base.number:
        return list(checkpoints)
    return [one for one in checkpoints if one.link.number != known.link.number] + [known]


def _followed(link: Link, row: Row) -> Link:
    return Link(link.number + 1, row.mac, digest_after(link.digest, row.content))


def _number_in(content: bytes) -> int | None:
    try:
        number = json.loads(content)["seq"]
    except (ValueError, KeyError, TypeError):
        return None
    return number if isinstance(number, int) else None
