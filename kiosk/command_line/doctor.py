# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the machine as staff would before opening day, and says for each thing how to mend it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from core.errors import Trouble
from kiosk.command_line.device_findings import look_at_headphones, look_at_keys, look_at_touch
from kiosk.command_line.endings import Status
from kiosk.command_line.findings import Finding, Verdict
from kiosk.command_line.lockdown_findings import NOT_SEEN
from kiosk.command_line.machine_findings import machine
from kiosk.command_line.place_check import look_at_map
from kiosk.command_line.print_findings import printer
from kiosk.command_line.reach_findings import look_at_reach
from kiosk.command_line.start_test import look_at_start
from kiosk.command_line.typing_findings import look_at_typing
from kiosk.command_line.voice_findings import look_at_sound, look_at_voice
from kiosk.command_line.walk_findings import look_at_walks
from kiosk.profile.model import KeySource, Profile
from kiosk.store_folder import folder_of

PATIENCE = 20.0
LEAST_FREE = 200 * 1024 * 1024
"""Bytes that must be free before people are let in (reliability.md P12)."""

WINDOW = """
import ctypes
from pathlib import Path
from PySide6 import QtSvg, QtWidgets
for name in ("libqwayland.so", "libqxcb.so"):
    ctypes.CDLL(str(Path(QtWidgets.__file__).parent / "Qt/plugins/platforms" / name))
"""
"""Loads what only a screen would ask for, with all the libraries of the system that it needs."""

SECRET = Path("/etc/credstore.encrypted/civic-kiosk")
"""Where the Debian package lays the machine's own secret (deploy/debian/postinst)."""

FONTS = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans CJK SC",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
)


def run(profile: Profile) -> int:
    """Look at everything and print it. Status 1 when the machine is not fit for people."""
    findings = (*examined(profile), *look_at_walks(profile))
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
        _window,
        _display,
        look_at_reach,
        _fonts,
        look_at_voice,
        look_at_sound,
        look_at_headphones,
        look_at_keys,
        look_at_touch,
        look_at_start,
        look_at_typing,
        _packs,
        look_at_map,
        _store,
        _disk,
        _clock_zone,
        printer,
        _core_files,
    )
    return (*(check(profile) for check in checks), *machine(profile))


def _python(code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (sys.executable, "-c", code),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _window(_: Profile) -> Finding:
    done = _python(WINDOW, QT_QPA_PLATFORM="offscreen")
    if done.returncode == 0:
        return Finding("window system", Verdict.FINE, "Qt loads, for Wayland and X")
    last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return Finding("window system", Verdict.BAD, last, "run setup/system-packages.sh as root")


def _display(_: Profile) -> Finding:
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return Finding("display", Verdict.FINE, "there is one")
    return Finding("display", Verdict.NOTE, "none; the window would be served over VNC on 127.0.0.1")


def _fonts(_: Profile) -> Finding:
    code = (
        "from PySide6.QtGui import QFontDatabase, QGuiApplication\n"
        "app = QGuiApplication([])\n"
        f"print('|'.join(f for f in {FONTS!r} if f not in QFontDatabase.families()))"
    )
    done = _python(code, QT_QPA_PLATFORM="offscreen")
    missing = done.stdout.strip()
    if done.returncode == 0 and not missing:
        return Finding("fonts", Verdict.FINE, ", ".join(FONTS))
    mend = "apt-get install fonts-noto-core fonts-noto-cjk"
    return Finding("fonts", Verdict.BAD, f"missing: {missing or 'cannot be listed'}", mend)


def _packs(profile: Profile) -> Finding:
    from i18n.packs import Pack, RefusedPack, folders, read_pack
    from kiosk.language_packs import pack_places

    places = pack_places(profile.language_packs, at_home=profile.at_home)
    found = [read_pack(folder) for folder in folders(places)]
    refused = [line for pack in found if isinstance(pack, RefusedPack) for line in pack.lines()]
    if refused:
        return Finding("language packs", Verdict.BAD, "; ".join(refused), "kiosk language check FOLDER")
    packs = [f"{pack.info.own_name} ({pack.info.share} %)" for pack in found if isinstance(pack, Pack)]
    return Finding("language packs", Verdict.FINE, ", ".join(packs) or "none")


def _store(profile: Profile) -> Finding:
    if profile.key is KeySource.MEMORY:
        return Finding(
            "key", Verdict.BAD, "lives in memory only: nothing is kept", 'set key = "keyring" in [store]'
        )
    if profile.key is KeySource.PASSPHRASE:
        return Finding("key", Verdict.FINE, "asked for at every start")
    if profile.key is KeySource.CREDENTIAL:
        if os.environ.get("CREDENTIALS_DIRECTORY"):
            return Finding("key", Verdict.FINE, "given by systemd")
        if SECRET.exists():
            return Finding("key", Verdict.FINE, f"systemd decrypts {SECRET} for the service")
        mend = f"head -c 32 /dev/urandom | systemd-creds encrypt --name=civic-kiosk - {SECRET}"
        return Finding("key", Verdict.BAD, f"{SECRET} is not there, or only root may see it", mend)
    from kiosk.store_key import keyring_trouble

    trouble: Trouble | None = keyring_trouble()
    if trouble is None:
        return Finding("key", Verdict.FINE, "the keyring gives and takes it")
    mend = 'start and unlock a Secret Service (gnome-keyring, KWallet), or set key = "passphrase" in [store]'
    return Finding("key", Verdict.BAD, trouble.detail or trouble.key.strip(), mend)


def _disk(profile: Profile) -> Finding:
    place = folder_of(profile)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if not os.access(place, os.W_OK):
        return Finding(
            "disk", Verdict.BAD, f"{place} cannot be written", "give the kiosk's user its own folder"
        )
    if free < LEAST_FREE:
        return Finding("disk", Verdict.BAD, f"{free >> 20} MB free", f"free at least {LEAST_FREE >> 20} MB")
    return Finding("disk", Verdict.FINE, f"{free >> 20} MB free")


def _clock_zone(_: Profile) -> Finding:
    if Path("/etc/localtime").exists() or os.environ.get("TZ"):
        return Finding("time zone", Verdict.FINE, "set")
    return Finding(
        "time zone", Verdict.NOTE, "not set; times are shown in UTC", "timedatectl set-timezone ZONE"
    )


def _core_files(_: Profile) -> Finding:
    pattern = Path("/proc/sys/kernel/core_pattern")
    swap = Path("/proc/swaps")
    if swap.exists() and len(swap.read_text().splitlines()) > 1:
        return Finding("swap", Verdict.NOTE, "is on: answers in memory could reach the disk", "swapoff -a")
    if pattern.exists():
        return Finding("swap", Verdict.FINE, "off")
    return Finding("swap", Verdict.NOTE, "cannot be told on this system")
