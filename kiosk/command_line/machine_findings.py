# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kiosk doctor` says about the machine around the program: whether anybody gets out of it, or into it.

Each has the number of the requirement that it looks after (accessibility.md, section 6).
"""

from pathlib import Path
from typing import Final

from core.staff.finding import Lack, Mend, Said, Topic
from kiosk.command_line import lockdown_findings as lockdown
from kiosk.command_line import system_findings as system
from kiosk.command_line.findings import Finding, Verdict
from kiosk.command_line.looks import INSTALL, Look
from kiosk.command_line.program_findings import programs
from kiosk.command_line.rights_findings import rights
from kiosk.command_line.start_looks import STARTING
from kiosk.profile.model import KeySource, Profile


def machine(profile: Profile, root: Path = Path("/")) -> tuple[Finding, ...]:
    """The findings for a kiosk; nothing for somebody's own computer.

    What is wrong is bad where systemd gives the key, because such a machine stands among people. Elsewhere it is worth
    knowing: a kiosk is tried on a desk first.
    """
    if profile.at_home:
        return ()
    wrong = Verdict.BAD if profile.key is KeySource.CREDENTIAL else Verdict.NOTE
    found: list[Finding] = []
    for look in LOOKS:
        trouble = look.trouble(root)
        if trouble is None:
            continue
        found.append(
            Finding(look.what, Verdict.NOTE if look.by_image else wrong, trouble, look.mend, _said(look))
            if trouble
            else Finding(look.what, Verdict.FINE, look.fine)
        )
    return tuple(found)


def _said(look: Look) -> Said:
    number = look.what.rpartition("(")[2].removesuffix(")")
    values = {"number": number, "command": look.with_words, "line": look.with_words, "file": look.with_words}
    return Said(Topic.LOCKDOWN, look.lack, look.to_do, values)


AGAIN: Final = "systemctl restart civic-kiosk"
WHY: Final = "journalctl -u civic-kiosk -u 'civic-kiosk-*'"
NO_CORE: Final = "sysctl kernel.core_pattern='|/bin/false'"
LET_IN: Final = "usbguard generate-policy > /etc/usbguard/rules.conf"
RULES: Final = "systemctl enable --now civic-kiosk-network"
LOOKS: Final = (
    Look(
        "compositor (K-01)",
        "nobody changes to another console",
        lockdown.compositor,
        f"{INSTALL}; {AGAIN}",
        Lack.CAGE,
        Mend.COMMAND,
        AGAIN,
    ),
    Look("window (K-02)", "has no frame", lockdown.frame, INSTALL, Lack.FRAME),
    Look("consoles (K-03)", "closed", system.consoles, f"{INSTALL}, or systemctl mask them", Lack.CONSOLES),
    Look(
        "keys of the machine (K-04)",
        "do nothing",
        system.restart_keys,
        f"{INSTALL}; sysctl kernel.sysrq=0",
        Lack.MACHINE_KEYS,
    ),
    Look(
        "programs (K-07)",
        "nothing but its own can be started",
        programs,
        f"{INSTALL}; take out what was added to ExecPaths; {AGAIN}",
        Lack.PROGRAMS,
    ),
    Look(
        "processes (K-08)",
        "confined",
        lockdown.sandbox,
        f"{INSTALL}; {AGAIN}",
        Lack.LOOSE,
        Mend.COMMAND,
        AGAIN,
    ),
    Look(
        "watchdog (K-09)",
        "begins again what stands still",
        lockdown.watchdog,
        f"{INSTALL}; reboot",
        Lack.WATCHDOG,
    ),
    Look(
        "order (K-10)",
        "people can use it",
        lockdown.order,
        f"{WHY} says why",
        Lack.OUT_OF_ORDER,
        Mend.COMMAND,
        WHY,
    ),
    Look("account (K-11)", "nobody logs in", system.account, INSTALL, Lack.ACCOUNT),
    Look(
        "groups (K-11)",
        "no more than it needs",
        lockdown.groups,
        "gpasswd -d civic-kiosk GROUP",
        Lack.GROUPS,
        Mend.COMMAND,
        "gpasswd -d civic-kiosk GROUP",
    ),
    Look(
        "rights (K-11)",
        "no rule of sudo or polkit names the account",
        rights,
        "take civic-kiosk, its groups and ALL out of these rules",
        Lack.RIGHTS,
        Mend.RULES,
        "/etc/sudoers.d, /etc/polkit-1",
    ),
    Look(
        "USB (K-12)",
        "only what was named",
        lockdown.usb,
        "apt install usbguard; complete /usr/share/civic-kiosk/usbguard/rules.conf and copy it to /etc/usbguard",
        Lack.USB,
        Mend.USB,
        "/etc/usbguard/rules.conf",
        by_image=True,
    ),
    Look(
        "devices (K-12)",
        "what people press is let in",
        lockdown.shut_out,
        f"plug in what people press, then {LET_IN}",
        Lack.USB_SHUT,
        Mend.COMMAND,
        LET_IN,
    ),
    Look(
        "network (K-13)",
        "nobody reaches this machine",
        system.doors,
        "stop what listens there (ss -ltnp)",
        Lack.DOORS,
        Mend.COMMAND,
        "ss -ltnp",
    ),
    Look(
        "rules of the network (K-13)",
        "loaded at each start",
        lockdown.network,
        RULES,
        Lack.NETWORK_RULES,
        Mend.COMMAND,
        RULES,
    ),
    Look(
        "screen (K-17)",
        "stays on",
        lockdown.display_power,
        "consoleblank=0 on the kernel's command line",
        Lack.DARK,
        Mend.LINE,
        "consoleblank=0",
    ),
    Look(
        "display server (K-18)",
        "Wayland alone",
        lockdown.display_server,
        f"{INSTALL}; {AGAIN}",
        Lack.DISPLAY_SERVER,
    ),
    Look(
        "sleep (E-03)",
        "never writes memory to the disk",
        system.sleep,
        f"{INSTALL}, or systemctl mask them",
        Lack.SLEEP,
    ),
    Look("crashes (E-04)", "leave nothing", system.crashes, NO_CORE, Lack.CRASHES, Mend.COMMAND, NO_CORE),
    Look(
        "log (E-14)",
        "in memory only",
        system.log,
        "Storage=volatile in journald.conf; rm -r /var/log/journal/*",
        Lack.LOG,
    ),
    *STARTING,
)
