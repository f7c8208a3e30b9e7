# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the doctor finds out about windows and letters, each in a process of its own that loads Qt."""

import os
import subprocess
import sys

from core.staff.finding import Lack, Mend, Topic
from kiosk.command_line.findings import Finding, Verdict, lacks
from kiosk.profile.model import Profile

PATIENCE = 60.0

WINDOW = """
import ctypes
from pathlib import Path
from PySide6 import QtSvg, QtWidgets
for name in ("libqwayland.so", "libqxcb.so"):
    ctypes.CDLL(str(Path(QtWidgets.__file__).parent / "Qt/plugins/platforms" / name))
"""
"""Loads what only a screen would ask for, with all the libraries of the system that it needs."""

FONTS = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans CJK SC",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
)


def look_at_window(_: Profile) -> Finding:
    """Whether windows can be opened."""
    done = _python(WINDOW, QT_QPA_PLATFORM="offscreen")
    if done.returncode == 0:
        return Finding("window system", Verdict.FINE, "Qt loads, for Wayland and X")
    last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    said = lacks(Topic.WINDOW, Lack.WINDOW_BROKEN, Mend.PACKAGE)
    return Finding("window system", Verdict.BAD, last, "run setup/system-packages.sh as root", said)


def look_at_fonts(_: Profile) -> Finding:
    """Whether there are letters for every language."""
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
    said = lacks(
        Topic.FONTS, Lack.FONTS_MISSING, Mend.COMMAND, names=missing.replace("|", ", "), command=mend
    )
    return Finding("fonts", Verdict.BAD, f"missing: {missing or 'cannot be listed'}", mend, said)


def _python(code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = (sys.executable, "-c", code)
    try:
        return subprocess.run(
            command,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no answer within {PATIENCE:.0f} seconds")
