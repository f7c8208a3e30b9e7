# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says about how the machine starts, and about what is left on it after a start.

All but the last is for the image of a machine to decide: worth knowing, and no reason to keep people from it.
"""

from typing import Final

from core.staff.finding import Lack, Mend
from kiosk.command_line import start_findings as start
from kiosk.command_line.looks import Look

GRUB: Final = "panic=10 rd.shell=0 rd.emergency=reboot"
TO_GRUB: Final = "to GRUB_CMDLINE_LINUX in /etc/default/grub; update-grub"
OVERWRITE: Final = " ".join(start.OVERWRITTEN)
PASSWORD: Final = "kiosk machine start-password"  # noqa: S105 - a command
OVERLAY: Final = "cp /usr/share/civic-kiosk/overlayroot.local.conf /etc"
STARTING: Final = (
    Look(
        "start (K-14)",
        "gives nobody a shell",
        start.boot,
        f"add {GRUB} {TO_GRUB}",
        Lack.BOOT,
        Mend.LINE,
        GRUB,
        by_image=True,
    ),
    Look(
        "Secure Boot (K-14)",
        "is on",
        start.secure_boot,
        "switch it on in the machine's own set-up, and give that a password",
        Lack.SECURE_BOOT,
        Mend.FIRMWARE,
        by_image=True,
    ),
    Look(
        "menu of the start (K-14)",
        "asks for a password before it is changed",
        start.start_password,
        PASSWORD,
        Lack.START_PASSWORD,
        Mend.COMMAND,
        PASSWORD,
        by_image=True,
    ),
    Look(
        "hibernation (E-03)",
        "the kernel has none",
        start.hibernation,
        f"add nohibernate {TO_GRUB}",
        Lack.SLEEP,
        Mend.LINE,
        "nohibernate",
        by_image=True,
    ),
    Look(
        "memory (E-05)",
        "is overwritten when it is given back",
        start.memory,
        f"add {OVERWRITE} {TO_GRUB}",
        Lack.MEMORY_STAYS,
        Mend.LINE,
        OVERWRITE,
        by_image=True,
    ),
    Look(
        "system (E-17)",
        "what is written on it is gone after a start",
        start.written,
        f"apt install overlayroot busybox; {OVERLAY}; reboot (deploy/README.md says what it needs)",
        Lack.SYSTEM_WRITTEN,
        Mend.COMMAND,
        f"apt install overlayroot busybox; {OVERLAY}",
        by_image=True,
    ),
    Look(
        "what was sealed (E-17)",
        "outlives a start",
        start.kept,
        f"give {start.KEPT} a partition of its own in /etc/fstab",
        Lack.SEALED_FLEETING,
        Mend.PARTITION,
        start.KEPT,
    ),
)
