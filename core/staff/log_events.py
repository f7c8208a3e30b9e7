# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the log of staff may say, as data (reliability.md P29): who does it and what stands beside it.

No event has room for a person: who did it is a role, and what it was done to is a number or a count.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class LogEvent(Enum):
    """What happened. The values are part of the format and never change."""

    STARTED = "machine-started"
    STOPPED = "machine-stopped"
    UNCLEAN = "unclean-stop"
    ADDED = "staff-added"
    REMOVED = "staff-removed"
    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    VISIT_ENDED = "visit-ended-for-staff"
    HELPED = "helped-beside"
    PAPER_LEFT = "paper-left"
    PAPER_LOOKED_FOR = "paper-looked-for"
    RESTARTED = "program-restarted"
    DAY_PRINTED = "day-printed"
    PRINTER_FREED = "printer-freed"
    SEALED_EXPORTED = "sealed-exported"
    SEALED_DISCARDED = "sealed-discarded"
    SEALED_SENT_AGAIN = "sealed-sent-again"
    FINDINGS_SEEN = "findings-seen"
    FINDINGS_PRINTED = "findings-printed"
    TOUCH_TESTED = "touch-tested"
    KEYS_TESTED = "keys-tested"
    PROFILE_OPENED = "settings-opened"
    PROFILE_CHANGED = "settings-changed"
    CODES_SHOWN = "settings-shown-as-codes"
    PROFILE_TAKEN = "settings-taken-from-codes"
    SOURCE_ASKED = "source-asked"
    LOG_EXPORTED = "log-exported"
    LOG_SHORTENED = "log-shortened"
    CHECKPOINT_SHOWN = "checkpoint-shown"


class Disposition(Enum):
    """How it ended. `REFUSED` is a no of the program's, `FAILED` one of the world's."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Described:
    """What an event means, for the documents; `refs` are the only names that may stand beside it."""

    meaning: str
    refs: tuple[str, ...] = ()


CATALOGUE: Final[dict[LogEvent, Described]] = {
    LogEvent.STARTED: Described("The program was started.", ("version",)),
    LogEvent.STOPPED: Described("The program was stopped in order."),
    LogEvent.UNCLEAN: Described(
        "The log does not end in an order before this start: power cut, kill or crash."
    ),
    LogEvent.ADDED: Described("Somebody was added to the staff, on the command line.", ("role",)),
    LogEvent.REMOVED: Described("Somebody was removed from the staff, on the command line.", ("role",)),
    LogEvent.SIGNED_IN: Described(
        "Somebody tried to sign in. Refused: number, card or PIN did not fit, or the wait was not over.",
        ("wait",),
    ),
    LogEvent.SIGNED_OUT: Described("Somebody signed out, or was signed out for their silence.", ("why",)),
    LogEvent.VISIT_ENDED: Described("A visit was ended and wiped because staff wanted to sign in."),
    LogEvent.HELPED: Described("A visit ended in which the person had somebody help beside them."),
    LogEvent.PAPER_LEFT: Described(
        "A visit that nobody finished (left, killed, power cut) had printed; its papers may lie in the printer.",
        ("papers",),
    ),
    LogEvent.PAPER_LOOKED_FOR: Described("Staff looked in the printer for such papers.", ("papers",)),
    LogEvent.RESTARTED: Described("Staff had the program begin anew."),
    LogEvent.DAY_PRINTED: Described("The day's counts were printed."),
    LogEvent.PRINTER_FREED: Described(
        "Staff let the printer go on; sheets that waited were given up unread. Failed: it did not go on.",
        ("sheets",),
    ),
    LogEvent.SEALED_EXPORTED: Described(
        "A sealed application was written to a stick, still sealed.", ("seal",)
    ),
    LogEvent.SEALED_DISCARDED: Described(
        "Two people gave up a sealed application for ever.", ("seal", "state", "second", "reason")
    ),
    LogEvent.SEALED_SENT_AGAIN: Described(
        "A sealed application that may have arrived was sent again, because its agency does not have it.",
        ("seal",),
    ),
    LogEvent.FINDINGS_SEEN: Described(
        "Staff looked at what the machine found out about itself.", ("problems",)
    ),
    LogEvent.FINDINGS_PRINTED: Described(
        "Staff printed what the machine found out about itself.", ("problems",)
    ),
    LogEvent.TOUCH_TESTED: Described(
        "Staff touched the glass square by square; some may have kept silent.", ("asked", "silent")
    ),
    LogEvent.KEYS_TESTED: Described(
        "Staff pressed the keys that people have; some may have kept silent.", ("asked", "silent")
    ),
    LogEvent.PROFILE_OPENED: Described("The settings of the machine were opened to be changed."),
    LogEvent.PROFILE_CHANGED: Described(
        "Changed settings were saved. Refused: they would have shut people out.", ("settings",)
    ),
    LogEvent.CODES_SHOWN: Described("The signed settings of this machine were shown as codes.", ("codes",)),
    LogEvent.PROFILE_TAKEN: Described(
        "Signed settings were read from codes, to be tried. Refused: they could not be proved, or are unsafe.",
        ("version",),
    ),
    LogEvent.SOURCE_ASKED: Described("Staff had the source of set-ups asked at once."),
    LogEvent.LOG_EXPORTED: Described("This log was exported.", ("records",)),
    LogEvent.CHECKPOINT_SHOWN: Described("The signature of this log was shown as a code."),
    LogEvent.LOG_SHORTENED: Described("Records older than 400 days were taken out.", ("through",)),
}


def table() -> str:
    """The catalogue as a table in Markdown."""
    lines = ["| event | meaning | beside it |", "| --- | --- | --- |"]
    for event, one in CATALOGUE.items():
        lines.append(
            f"| `{event.value}` | {one.meaning} | {', '.join(f'`{ref}`' for ref in one.refs) or '–'} |"
        )
    return "\n".join(lines) + "\n"
