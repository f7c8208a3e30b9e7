# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the log of staff, here or in a file that was taken away, and takes it out."""

import os
from pathlib import Path

from core.staff.log_events import LogEvent
from core.staff.log_record import Entry
from kiosk.clock import MachineClock
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.staff_work import staff_stores
from kiosk.profile.model import KeySource, Profile
from kiosk.staff.moments import log_moment
from offline_cache.private_files import PRIVATE_FILE
from offline_cache.staff_log_chain import BYTES, Chain, Checkpoint, is_signed
from offline_cache.staff_log_check import LogFault, LogVerdict
from offline_cache.staff_log_file import (
    UnreadableLogError,
    check_file,
    last_checkpoint,
    read_checkpoint,
    written,
)

FAULTS = {
    LogFault.MISSING: "a record is missing, or not in its place",
    LogFault.CHANGED: "a record was changed",
    LogFault.CUT: "the end was cut off, or is not signed",
    LogFault.UNSIGNED: "a signature is not this machine's, or of another log",
    LogFault.BEGINNING: "the beginning is not where it was",
}


def verify(profile: Profile, key: KeySource | None, file: Path | None, checkpoint: str) -> int:
    """On the machine itself, where its secret is known."""
    with staff_stores(profile, key) as stores:
        log, known = stores.log, _known(checkpoint)
        if file is not None:
            return _said(_in_file(file, log.chain.public, log.chain, known))
        verdict = log.verify(known)
        status = _said(verdict)
        if verdict.whole:
            log.sign(log_moment(MachineClock()))
            print(f"Public key: {log.chain.public.hex()}")
            print(f"Checkpoint, to be kept elsewhere: {last_checkpoint(log)}")
    return status


def verify_elsewhere(file: Path | None, public_key: str, checkpoint: str) -> int:
    """Anywhere, with the machine's public key alone: a file, a checkpoint that was taken away, or both together."""
    try:
        public = bytes.fromhex(public_key)
    except ValueError:
        public = b""
    if len(public) != BYTES:
        stop(
            "--public-key: 64 hexadecimal digits, as `kiosk staff log verify` prints them.", Status.WRONG_USE
        )
    known = _known(checkpoint)
    if file is not None:
        return _said(_in_file(file, public, None, known))
    if known is None:
        stop("--public-key: beside a file, or --checkpoint.", Status.WRONG_USE)
    if not is_signed(known, public):
        print("The machine of that key did not sign it.")
        return int(Status.NOT_DONE)
    print(f"Signed by the machine of that key: its first {known.link.number} records.")
    return int(Status.DONE)


def export(profile: Profile, key: KeySource | None, file: Path) -> int:
    """The whole log, its last record being that it was taken out."""
    with staff_stores(profile, key) as stores:
        try:
            handle = os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, PRIVATE_FILE)
        except OSError as problem:
            stop(f"{file}: {problem.strerror}.", Status.WRONG_USE)
        at = log_moment(MachineClock())
        records = stores.log.write(Entry(LogEvent.LOG_EXPORTED), at)
        stores.log.sign(at)
        with os.fdopen(handle, "wb") as out:
            out.write(written(stores.log))
        public = stores.log.chain.public.hex()
    print(f"{file}: {records} records. To check it elsewhere: --public-key {public}")
    return int(Status.DONE)


def _known(checkpoint: str) -> Checkpoint | None:
    """What was taken away earlier; None where nothing was."""
    try:
        return read_checkpoint(checkpoint) if checkpoint else None
    except UnreadableLogError as error:
        stop(f"--checkpoint: {error}.", Status.WRONG_USE)


def _in_file(file: Path, public: bytes, chain: Chain | None, known: Checkpoint | None) -> LogVerdict:
    try:
        return check_file(file.read_bytes(), public, chain, known)
    except OSError as problem:
        stop(f"{file}: {problem.strerror}.", Status.WRONG_USE)
    except UnreadableLogError as error:
        stop(f"{file}: {error}.", Status.WRONG_USE)


def _said(verdict: LogVerdict) -> int:
    if verdict.fault is None:
        print(f"{verdict.records} records: nothing was changed.")
        return int(Status.DONE)
    print(f"At record {verdict.at}: {FAULTS[verdict.fault]}. {verdict.records} records before it are whole.")
    return int(Status.NOT_DONE)
