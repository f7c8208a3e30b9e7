# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says about the printer: whether there is one, and whether CUPS keeps what was printed (PRV)."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from core.staff.finding import Lack, Mend, Topic
from kiosk.command_line.findings import Finding, Verdict, lacks, there
from kiosk.profile.model import Profile

CONFIGURATION: Final = Path("/etc/cups/cupsd.conf")
PATIENCE: Final = 10.0
KEPT_FOR: Final = "86400"
"""Seconds for which CUPS keeps the files of jobs where its configuration says nothing (cupsd.conf(5))."""


def printer(profile: Profile, configuration: Path = CONFIGURATION) -> Finding:
    """The finding about the profile's printer."""
    if profile.printer:
        return _queue(profile.printer, configuration)
    if profile.print_to is not None:
        return Finding(
            "printer",
            Verdict.NOTE,
            "receipts go into a folder",
            said=lacks(Topic.PRINTER, Lack.PRINTER_FOLDER),
        )
    return Finding(
        "printer",
        Verdict.NOTE,
        "none; receipts are only shown",
        "set printer or folder in [paper]",
        lacks(Topic.PRINTER, Lack.PRINTER_NONE, Mend.PROFILE, setting="[paper] printer"),
    )


def _queue(queue: str, configuration: Path) -> Finding:
    if shutil.which("lp") is None:
        mend = "apt-get install cups-client cups"
        said = lacks(Topic.PRINTER, Lack.PRINTER_NO_CUPS, Mend.COMMAND, command=mend)
        return Finding("printer", Verdict.BAD, "CUPS is not installed", mend, said)
    try:
        asked = subprocess.run(("lpstat", "-p", queue), capture_output=True, timeout=PATIENCE, check=False)
        known = asked.returncode == 0
    except subprocess.TimeoutExpired:
        known = False
    if not known:
        command = f"lpadmin -p {queue}"
        said = lacks(Topic.PRINTER, Lack.PRINTER_UNKNOWN, Mend.COMMAND, printer=queue, command=command)
        return Finding("printer", Verdict.BAD, "CUPS does not know the queue", "lpadmin -p QUEUE …", said)
    kept = kept_for(configuration)
    mend = "cupsctl PreserveJobFiles=No PreserveJobHistory=No"
    if kept is None:
        found = "the queue is there; whether it keeps receipts, root can see"
        said = lacks(Topic.PRINTER, Lack.PRINTER_UNREAD, Mend.COMMAND, command=mend)
        return Finding("printer", Verdict.NOTE, found, mend, said)
    if kept:
        said = lacks(Topic.PRINTER, Lack.PRINTER_KEEPS, Mend.COMMAND, command=mend)
        return Finding("printer", Verdict.BAD, f"CUPS keeps what was printed ({kept})", mend, said)
    return Finding(
        "printer", Verdict.FINE, "the queue is there, and keeps nothing", said=there(Topic.PRINTER, queue)
    )


def kept_for(configuration: Path) -> str | None:
    """For how long CUPS keeps the files of jobs, as its configuration says; empty for not at all (cupsd.conf(5)).

    None where the configuration cannot be read.
    """
    try:
        lines = configuration.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    found = KEPT_FOR
    for line in lines:
        name, _, value = line.strip().partition(" ")
        if name.lower() == "preservejobfiles":
            found = value.strip().lower()
    return "" if found in ("no", "off", "false") else found
