# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of those who work here: signing in, what each role sees, and what waits for a person; all made up."""

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce

from core.code_set import Gathered, codes_of
from core.errors import Trouble
from core.ids import SubmissionId
from core.seal_number import make
from core.staff.agency_reach import AgencyReach, Silence
from core.staff.finding import Found, Gravity, Lack, Mend, Said, Topic
from core.staff.form_walk import FormWalk, Stuck
from core.staff.machine_state import DayCount, GivenUp, Held, MachineState
from core.staff.member import Member
from core.staff.printer_state import Going, PaperLeft, PrinterFault, PrinterState
from core.staff.roles import Role
from core.staff.set_up_state import SetUpState
from core.submission import DeliveryState
from core.visit import pages as p
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.duty import Duty
from core.visit.self_test_pages import StaffKeys, StaffTested, StaffTouch
from core.visit.state import Visit
from ui.registry_finding import AS_OF
from ui.registry_town import COURT, PENSIONS, REGISTRY, service_id

DAY = 86_400.0


def _held(place: int, state: DeliveryState, days: float) -> Held:
    return Held(SubmissionId(f"uuid:{place}"), make(bytes((7, 24, 19, 8, place))), state, AS_OF - days * DAY)


HELD = (
    _held(1, DeliveryState.ATTENTION, 9),
    _held(2, DeliveryState.SEALED, 4),
    _held(3, DeliveryState.REFUSED, 2),
)


def _there(topic: Topic, what: str, asked: str = "yes") -> Said:
    return Said(topic, values={"there": what, "asked": asked})


STATE = MachineState(6, AS_OF - 5 * DAY, HELD, DayCount(14, 11, 1, 2))
CALM = MachineState(0, None, (), DayCount(0, 0, 0, 0))
JAMMED = replace(STATE, printer=PrinterState(Going.STOPPED, (PrinterFault.JAM,), 2))
NETWORK = replace(
    CALM,
    reaches=(
        AgencyReach("https://harbour.example/api", (REGISTRY,), False, AS_OF - 7_200, Silence.CLOCK),
        AgencyReach("https://pensions.example/forms", (PENSIONS,)),
        AgencyReach("https://city.example/openrosa", (COURT,), True, AS_OF - 5 * DAY),
    ),
    set_up=SetUpState(copies=True, version=7, looked=AS_OF - 3_600),
)
LEFT = replace(STATE, printer=PrinterState(Going.READY), paper=PaperLeft(2, AS_OF - 7_200))
READY = replace(CALM, printer=PrinterState(Going.READY))
NO_ANSWER = replace(CALM, printer=PrinterState(Going.UNKNOWN))
STALE = replace(CALM, set_up=SetUpState(stale=True, editable=True))
FOUND = (
    Found("printer", Gravity.FINE, "the queue is there, and keeps nothing", said=Said(Topic.PRINTER)),
    Found(
        "disk",
        Gravity.BAD,
        "120 MB free",
        "free at least 200 MB",
        Said(Topic.DISK, Lack.DISK_FULL, Mend.ROOM, {"free": "120", "least": "200"}),
    ),
    Found(
        "time zone",
        Gravity.NOTE,
        "not set; times are shown in UTC",
        "timedatectl set-timezone ZONE",
        Said(Topic.ZONE, Lack.ZONE_NONE, Mend.COMMAND, {"command": "timedatectl set-timezone ZONE"}),
    ),
)
DEVICES = (
    Found("display", Gravity.FINE, "HDMI-A-1", said=_there(Topic.DISPLAY, "HDMI-A-1")),
    Found("touch", Gravity.FINE, "eGalax Inc. Touch", said=_there(Topic.TOUCH, "eGalax Inc. Touch")),
    Found("keys", Gravity.BAD, "none", "plug it in", Said(Topic.KEYS, Lack.KEYS_NONE, Mend.PLUG)),
    Found("sound", Gravity.FINE, "the default device", said=_there(Topic.SOUND, "")),
    Found("headphones", Gravity.FINE, "a handset", said=_there(Topic.HEADPHONES, "", "no")),
    Found("printer", Gravity.FINE, "the queue is there", said=_there(Topic.PRINTER, "receipts")),
    Found(
        "scanner",
        Gravity.BAD,
        "none",
        "plug it in",
        Said(Topic.SCANNER, Lack.SCANNER_NONE, Mend.PLUG, {"device": "Honeywell"}),
    ),
    Found("camera", Gravity.NOTE, "none", said=Said(Topic.CAMERA, Lack.CAMERA_NONE, Mend.PLUG)),
)
TRIED = replace(NETWORK, set_up=replace(NETWORK.set_up, asks=True, ready=9, left=8))
WALKS = (
    FormWalk(service_id("moved"), tried=True),
    FormWalk(
        service_id("pension"),
        tried=True,
        stuck=(
            Stuck("two switches", "/data/when: no way on"),
            Stuck("right to left", "/data/when: no way on"),
        ),
    ),
    FormWalk(service_id("death"), tried=False),
)

SOME = frozenset((column, row) for column in range(1, 12) for row in range(1, 6) if (column, row) != (3, 2))

CODES = codes_of(bytes((place * 7919) % 251 ^ (place >> 3) & 255 for place in range(3_000)))
READ = reduce(lambda read, code: read.with_code(code) or read, CODES[::2], Gathered())
COPIES = replace(STATE, set_up=SetUpState(editable=True, copies=True))

CODE = "KIOSKLOG1:" + "N4XW2ZLTMFQSA5DI" * 14
"""As long as the code of a checkpoint."""


def staff_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it."""
    nobody = replace(home, trail=(), begun=False)

    def at(page: p.StaffPage, role: Role = Role.ATTENDANT, state: MachineState | None = STATE) -> Visit:
        return replace(nobody, page=page, as_of=AS_OF, staff=Duty(Member(417, "Mona", role), state=state))

    door, second = p.StaffDoor(), p.StaffDoor(second=p.SecondFor(HELD[2], GivenUp.OTHER_WAY))
    refused = p.StaffDoor(told=True)
    return {
        "staff-sign-in": replace(nobody, page=door),
        "staff-sign-in-typed": replace(nobody, page=replace(door, typed="41")),
        "staff-sign-in-wrong": replace(nobody, page=refused),
        "staff-sign-in-wait": replace(nobody, page=replace(refused, left=41.0, of=60.0)),
        "staff-sign-in-wait-long": replace(nobody, page=replace(refused, left=7_000.0, of=7_680.0)),
        "staff-pin": replace(nobody, page=replace(door, number=417, typed="4815")),
        "staff-pin-asking": replace(nobody, page=replace(door, number=417, asking=True)),
        "staff-second": at(second),
        "staff-second-pin": at(replace(second, number=582)),
        "staff-home-waiting": at(p.StaffHome(), state=None),
        "staff-attendant": at(p.StaffHome()),
        "staff-attendant-calm": at(p.StaffHome(), state=CALM),
        "staff-attendant-printed": at(p.StaffHome(done="print")),
        "staff-attendant-jam": at(p.StaffHome(), state=JAMMED),
        "staff-attendant-freed": at(p.StaffHome(done="free"), state=READY),
        "staff-attendant-paper-left": at(p.StaffHome(), state=LEFT),
        "staff-attendant-looked": at(p.StaffHome(done="looked"), state=READY),
        "staff-attendant-jam-stays": at(p.StaffHome(trouble=Trouble("trouble.printer_stuck")), state=JAMMED),
        "staff-attendant-printer-silent": at(p.StaffHome(), state=NO_ANSWER),
        "staff-attendant-jam-forbidden": at(
            p.StaffHome(trouble=Trouble("trouble.printer_forbidden", {"command": "cupsenable receipts"})),
            state=JAMMED,
        ),
        "staff-manager": at(p.StaffHome(), Role.MANAGER),
        "staff-manager-stale": at(p.StaffHome(), Role.MANAGER, STALE),
        "staff-manager-discarded": at(p.StaffHome(done="discard"), Role.MANAGER),
        "staff-technician": at(p.StaffHome(), Role.TECHNICIAN),
        "staff-technician-network": at(p.StaffHome(), Role.TECHNICIAN, NETWORK),
        "staff-technician-log": at(p.StaffHome(done="log"), Role.TECHNICIAN),
        "staff-technician-no-stick": at(p.StaffHome(trouble=Trouble("trouble.no_stick")), Role.TECHNICIAN),
        "staff-held": at(p.StaffHeld()),
        "staff-held-none": at(p.StaffHeld(), state=CALM),
        "staff-item": at(p.StaffItem(HELD[2])),
        "staff-item-waits": at(p.StaffItem(HELD[1])),
        "staff-item-exported": at(p.StaffItem(HELD[0], done="export")),
        "staff-item-no-key": at(p.StaffItem(HELD[0], trouble=Trouble("trouble.no_recovery"))),
        "staff-reason": at(p.StaffReason(HELD[2])),
        "staff-findings-waiting": at(p.StaffFindings(), Role.TECHNICIAN),
        "staff-findings": at(p.StaffFindings(FOUND, WALKS), Role.TECHNICIAN),
        "staff-findings-printed": at(p.StaffFindings(FOUND, WALKS, done="print-found"), Role.TECHNICIAN),
        "staff-findings-not-printed": at(
            p.StaffFindings(FOUND, WALKS, trouble=Trouble("trouble.printer")), Role.TECHNICIAN
        ),
        "staff-devices": at(p.StaffFindings(DEVICES, devices=True), Role.TECHNICIAN),
        "staff-devices-waiting": at(p.StaffFindings(devices=True), Role.TECHNICIAN),
        "staff-technician-asked": at(p.StaffHome(done="ask"), Role.TECHNICIAN, TRIED),
        "staff-checkpoint-waiting": at(p.StaffCheckpoint(), Role.TECHNICIAN),
        "staff-checkpoint": at(p.StaffCheckpoint(1_204, CODE), Role.TECHNICIAN),
        "staff-touch": at(StaffTouch(), Role.TECHNICIAN),
        "staff-touch-some": at(StaffTouch(11, 5, SOME), Role.TECHNICIAN),
        "staff-keys": at(StaffKeys(frozenset({"up", "down", "select"}), "Up", "up"), Role.TECHNICIAN),
        "staff-tested": at(StaffTested(True, 55, ((3, 2), (4, 2))), Role.TECHNICIAN),
        "staff-manager-copies": at(p.StaffHome(), Role.MANAGER, COPIES),
        "staff-codes": at(StaffShowCodes(CODES, 1), Role.MANAGER, COPIES),
        "staff-reading-codes": at(StaffReadCodes(READ, strange=True), Role.MANAGER, COPIES),
        "staff-findings-none": at(p.StaffFindings(FOUND[:1]), Role.TECHNICIAN),
    }
