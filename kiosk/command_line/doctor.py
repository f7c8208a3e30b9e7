# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the machine as staff would before opening day, and says for each thing how to mend it."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from core.errors import Trouble
from core.staff.finding import Lack, Mend, Topic
from kiosk.command_line.device_findings import look_at_headphones, look_at_keys, look_at_touch
from kiosk.command_line.endings import Status
from kiosk.command_line.eye_findings import look_at_camera, look_at_scanner
from kiosk.command_line.findings import Finding, Verdict, lacks, there
from kiosk.command_line.lockdown_findings import NOT_SEEN
from kiosk.command_line.machine_findings import machine
from kiosk.command_line.offer_findings import look_at_offer
from kiosk.command_line.place_check import look_at_emblem, look_at_map, look_at_places
from kiosk.command_line.print_findings import printer
from kiosk.command_line.qt_findings import look_at_fonts, look_at_window
from kiosk.command_line.reach_findings import look_at_reach
from kiosk.command_line.start_test import look_at_start
from kiosk.command_line.typing_findings import look_at_typing
from kiosk.command_line.voice_findings import look_at_sound, look_at_voice
from kiosk.command_line.walk_findings import look_at_walks
from kiosk.profile.model import KeySource, Profile
from kiosk.store_folder import folder_of

SCREENS = Path("/sys/class/drm")
LEAST_FREE = 200 * 1024 * 1024
"""Bytes that must be free before people are let in (reliability.md P12)."""

SECRET = Path("/etc/credstore.encrypted/civic-kiosk")
"""Where the Debian package lays the machine's own secret (deploy/debian/postinst)."""


def run(profile: Profile) -> int:
    """Look at everything and print it. Status 1 when the machine is not fit for people."""
    findings = (*examined(profile), *look_at_offer(profile), *look_at_walks(profile))
    for finding in findings:
        for line in finding.lines():
            print(line)
    if not profile.at_home:
        for line in NOT_SEEN:
            print(f"      not to be seen from here: {line}")
    bad = sum(finding.verdict is Verdict.BAD for finding in findings)
    print(f"{bad} to mend." if bad else "This machine is fit for people.")
    return int(Status.NOT_DONE if bad else Status.DONE)


def examined(profile: Profile) -> tuple[Finding, ...]:
    """Everything that is looked at."""
    checks: tuple[Callable[[Profile], Finding], ...] = (
        look_at_window,
        _display,
        look_at_reach,
        look_at_fonts,
        look_at_voice,
        look_at_sound,
        look_at_headphones,
        look_at_keys,
        look_at_touch,
        look_at_scanner,
        look_at_camera,
        look_at_typing,
        _packs,
        look_at_places,
        look_at_map,
        look_at_emblem,
        look_at_key,
        _disk,
        _clock_zone,
        printer,
        _core_files,
    )
    return (*(check(profile) for check in checks), *look_at_start(profile), *machine(profile))


def _display(_: Profile) -> Finding:
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        names = ", ".join(sorted(_connected()))
        return Finding("display", Verdict.FINE, names or "there is one", said=there(Topic.DISPLAY, names))
    found = "none; the window would be served over VNC on 127.0.0.1"
    return Finding("display", Verdict.NOTE, found, said=lacks(Topic.DISPLAY, Lack.DISPLAY_NONE))


def _connected() -> Iterable[str]:
    """The screens that the kernel sees, by the names of their sockets."""
    for status in SCREENS.glob("card*-*/status"):
        with suppress(OSError):
            if status.read_text("ascii", "replace").strip() == "connected":
                yield status.parent.name.partition("-")[2]


def _packs(profile: Profile) -> Finding:
    from i18n.packs import Pack, RefusedPack, folders, read_pack
    from kiosk.language_packs import pack_places

    places = pack_places(profile.language_packs, at_home=profile.at_home)
    found = [read_pack(folder) for folder in folders(places)]
    refused = [line for pack in found if isinstance(pack, RefusedPack) for line in pack.lines()]
    if refused:
        check = "kiosk language check FOLDER"
        said = lacks(Topic.PACKS, Lack.PACKS_REFUSED, Mend.COMMAND, command=check)
        return Finding("language packs", Verdict.BAD, "; ".join(refused), check, said)
    packs = [f"{pack.info.own_name} ({pack.info.share} %)" for pack in found if isinstance(pack, Pack)]
    return Finding("language packs", Verdict.FINE, ", ".join(packs) or "none")


def look_at_key(profile: Profile) -> Finding:
    """Where the key of the store comes from, and whether it comes."""
    if profile.key is KeySource.MEMORY:
        mend = 'set key = "keyring" in [store]'
        said = lacks(Topic.KEY, Lack.KEY_IN_MEMORY, Mend.PROFILE, setting="[store] key")
        return Finding("key", Verdict.BAD, "lives in memory only: nothing is kept", mend, said)
    if profile.key is KeySource.PASSPHRASE:
        return Finding("key", Verdict.FINE, "asked for at every start")
    if profile.key is KeySource.CREDENTIAL:
        if os.environ.get("CREDENTIALS_DIRECTORY"):
            return Finding("key", Verdict.FINE, "given by systemd")
        try:
            there = SECRET.exists()
        except PermissionError:
            # As it should be: a session is shown no more of it than this.
            return Finding("key", Verdict.FINE, f"only root looks into {SECRET.parent}")
        if there:
            return Finding("key", Verdict.FINE, f"systemd decrypts {SECRET} for the service")
        mend = f"head -c 32 /dev/urandom | systemd-creds encrypt --name=civic-kiosk - {SECRET}"
        said = lacks(Topic.KEY, Lack.KEY_MISSING, Mend.PACKAGE, file=str(SECRET))
        return Finding("key", Verdict.BAD, f"{SECRET} is not there, or only root may see it", mend, said)
    from kiosk.store_key import keyring_trouble

    trouble: Trouble | None = keyring_trouble()
    if trouble is None:
        return Finding("key", Verdict.FINE, "the keyring gives and takes it")
    mend = 'start and unlock a Secret Service (gnome-keyring, KWallet), or set key = "passphrase" in [store]'
    said = lacks(Topic.KEY, Lack.KEY_RING, Mend.PROFILE, setting="[store] key")
    return Finding("key", Verdict.BAD, trouble.detail or trouble.key.strip(), mend, said)


def _disk(profile: Profile) -> Finding:
    place = folder_of(profile)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if not os.access(place, os.W_OK):
        said = lacks(Topic.DISK, Lack.DISK_CLOSED, Mend.PACKAGE, folder=str(place))
        mend = "give the kiosk's user its own folder"
        return Finding("disk", Verdict.BAD, f"{place} cannot be written", mend, said)
    if free < LEAST_FREE:
        least = f"{LEAST_FREE >> 20}"
        said = lacks(Topic.DISK, Lack.DISK_FULL, Mend.ROOM, free=f"{free >> 20}", least=least)
        return Finding("disk", Verdict.BAD, f"{free >> 20} MB free", f"free at least {least} MB", said)
    return Finding("disk", Verdict.FINE, f"{free >> 20} MB free")


def _clock_zone(_: Profile) -> Finding:
    if Path("/etc/localtime").exists() or os.environ.get("TZ"):
        return Finding("time zone", Verdict.FINE, "set")
    mend = "timedatectl set-timezone ZONE"
    said = lacks(Topic.ZONE, Lack.ZONE_NONE, Mend.COMMAND, command=mend)
    return Finding("time zone", Verdict.NOTE, "not set; times are shown in UTC", mend, said)


def _core_files(_: Profile) -> Finding:
    pattern = Path("/proc/sys/kernel/core_pattern")
    swap = Path("/proc/swaps")
    if swap.exists() and len(swap.read_text().splitlines()) > 1:
        said = lacks(Topic.MEMORY, Lack.SWAP_ON, Mend.COMMAND, command="swapoff -a")
        found = "is on: answers in memory could reach the disk"
        return Finding("swap", Verdict.NOTE, found, "swapoff -a", said)
    if pattern.exists():
        return Finding("swap", Verdict.FINE, "off")
    unknown = lacks(Topic.MEMORY, Lack.SWAP_UNKNOWN)
    return Finding("swap", Verdict.NOTE, "cannot be told on this system", said=unknown)
