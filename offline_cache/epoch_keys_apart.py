# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has the pair of an epoch made, or looked at, by a copy of this process that ends with it.

The courier does so at its start, and then waits for days: its cryptography would be nine megabytes meanwhile, and the
private half would stay in its memory, which nobody can wipe. Only for a process that has one thread yet (fork(2)).
"""

import logging
import os
from collections.abc import Callable
from functools import partial

from offline_cache.epoch_keys import EpochKeys
from offline_cache.sealed_copy import DamagedCopyError

log = logging.getLogger("kiosk.store")

DONE, DAMAGED, REFUSED, FAILED = range(4)
"""With which status a copy ends: it says the bytes, what is damaged, what the disk answered, or nothing."""


class EpochKeysApart(EpochKeys):
    """The same files and the same answers. Where no copy can be made, or it is killed, the work is done here."""

    __slots__ = ()

    def make(self, number: int) -> bytes:
        """See `EpochKeys`."""
        return _by_a_copy(partial(EpochKeys.make, self, number))

    def public(self, number: int) -> bytes:
        """See `EpochKeys`."""
        return _by_a_copy(partial(EpochKeys.public, self, number))


def _by_a_copy(work: Callable[[], bytes]) -> bytes:
    begun = _copied()
    if begun is None:
        return work()
    copy, ours, its = begun
    if not copy:
        _tell(work, its)
    os.close(its)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    if status == DONE:
        return said
    if status == DAMAGED:
        raise DamagedCopyError(said.decode())
    if status == REFUSED:
        number, _, words = said.decode().partition(" ")
        raise OSError(int(number), words)
    return work()


def _copied() -> tuple[int, int, int] | None:
    """Which process this is (fork(2)) and the two ends of a pipe; None where the machine has no room for one more."""
    try:
        ours, its = os.pipe()
    except OSError as error:
        log.warning("no copy of this process: %s", error.strerror)
        return None
    try:
        return os.fork(), ours, its
    except OSError as error:
        log.warning("no copy of this process: %s", error.strerror)
        os.close(ours)
        os.close(its)
        return None


def _tell(work: Callable[[], bytes], its: int) -> None:
    """Never comes back, whatever happens: what is open here belongs to the other one."""
    status, said = FAILED, b""
    try:
        status, said = DONE, work()
    except DamagedCopyError as error:
        status, said = DAMAGED, str(error).encode()
    except OSError as error:
        status, said = REFUSED, f"{error.errno or 0} {error.strerror or ''}".encode()
    finally:
        os.write(its, said)
        os._exit(status)
