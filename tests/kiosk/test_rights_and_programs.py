# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program's account may do beyond its units: by a rule of sudo or polkit, or by starting another program."""

from pathlib import Path

import pytest

from kiosk.command_line.program_findings import programs
from kiosk.command_line.rights_findings import rights
from setup.debian_package import PLACES, ROOT, _machine
from tests.support.machine_tree import with_our_package

DEBIANS = """
Defaults\tenv_reset
Defaults:civic-kiosk !lecture
# civic-kiosk ALL=(ALL) NOPASSWD: ALL
User_Alias CLERKS = mona, tariq : GUARDS = omar
Cmnd_Alias STOP = /usr/bin/systemctl stop civic-kiosk
root\tALL=(ALL:ALL) ALL
%sudo\tALL=(ALL:ALL) ALL
CLERKS ALL = (civic-kiosk) STOP
@includedir /etc/sudoers.d
"""
"""As Debian lays it, with rules that are about others."""

WITHOUT_US = """
// "civic-kiosk" is not meant here
polkit.addAdminRule(function(action, subject) { return ["unix-group:sudo"]; });
polkit.addRule(function(action, subject) {
    if (action.id == "org.freedesktop.hostname1.set" && subject.isInGroup("netdev")) return polkit.Result.YES;
});
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_our_package(tmp_path)


def lay(root: Path, place: str, text: str) -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text)


@pytest.mark.requirement("K-11", part="no file of the package is a rule of sudo or polkit")
def test_the_package_brings_no_rule_that_gives_it_more(tmp_path: Path) -> None:
    _machine(tmp_path)
    laid = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    assert len(laid) > len(PLACES)
    assert [one for one in laid if "sudoers" in one or "polkit" in one or "dbus-1" in one] == []
    for script in ("postinst", "prerm", "postrm"):
        told = (ROOT / "deploy/debian" / script).read_text()
        assert [
            word for word in ("sudo", "polkit", "usermod", "adduser", "setcap", "chmod") if word in told
        ] == []


def test_rules_about_others_are_let_alone(root: Path) -> None:
    lay(root, "etc/sudoers", DEBIANS)
    lay(root, "usr/share/polkit-1/rules.d/50-default.rules", WITHOUT_US)
    assert rights(root) == ""


@pytest.mark.parametrize(
    "rule",
    [
        "civic-kiosk ALL=(ALL) NOPASSWD: /sbin/reboot",
        "mona , civic-kiosk\tALL = (root) /sbin/reboot",
        "mona, \\\n  civic-kiosk ALL=(root) /sbin/reboot",
        "#997 ALL=(ALL) ALL",
        "%audio ALL=(ALL) ALL",
        "%#29 ALL=(ALL) ALL",
        "ALL ALL=(ALL) NOPASSWD: /usr/bin/apt",
        "User_Alias SCREENS = mona, civic-kiosk\nSCREENS ALL=(ALL) ALL",
    ],
)
@pytest.mark.requirement("K-11", part="the doctor sees a rule of sudo or polkit")
def test_a_rule_of_sudo_for_the_account_is_seen(root: Path, rule: str) -> None:
    lay(root, "etc/sudoers", DEBIANS)
    lay(root, "etc/sudoers.d/town", f"{rule}\n")
    assert rights(root) == "more is given to the account by /etc/sudoers.d/town"


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("etc/polkit-1/rules.d/10-town.rules", 'if (subject.user == "civic-kiosk") return polkit.Result.YES;'),
        ("usr/share/polkit-1/rules.d/town.rules", "if (subject.isInGroup('video')) return polkit.Result.YES;"),
        ("etc/polkit-1/rules.d/10-town.rules", 'polkit.addAdminRule(function() { return ["unix-user:civic-kiosk"] });'),
        ("etc/polkit-1/localauthority/50-local.d/town.pkla", "[Town]\nIdentity=unix-group:audio\nResultAny=yes\n"),
    ],
)  # fmt: skip
@pytest.mark.requirement("K-11", part="the doctor sees a rule of sudo or polkit")
def test_a_rule_of_polkit_for_the_account_is_seen(root: Path, place: str, rule: str) -> None:
    lay(root, place, rule)
    assert rights(root).endswith(f"/{place}")


def program(root: Path, place: str, mode: int = 0o755) -> None:
    lay(root, place, "#!/bin/sh\n")
    (root / place).chmod(mode)


def added(root: Path, unit: str, line: str) -> None:
    lay(root, f"etc/systemd/system/{unit}.d/town.conf", f"[Service]\n{line}\n")


SESSION = "civic-kiosk-session@.service"
SCREEN = "civic-kiosk.service"


@pytest.mark.parametrize(
    ("place", "mode", "unit", "line", "told"),
    [
        ("usr/bin/bash", 0o755, SESSION, "ExecPaths=/usr/bin", "/usr/bin/bash"),
        ("usr/bin/xterm", 0o755, SCREEN, "ExecPaths=-/usr/bin/xterm", "/usr/bin/xterm"),
        ("bin/sh", 0o755, SESSION, "NoExecPaths=", "every program"),
        ("usr/lib/x86_64-linux-gnu/utempter/utempter", 0o2755, SESSION, "", "utempter"),
        ("usr/lib/x86_64-linux-gnu/busybox", 0o755, SCREEN, "", "busybox"),
        ("etc/civic-kiosk/bin/sh", 0o755, SESSION, "", "/etc/civic-kiosk/bin/sh"),
    ],
)
@pytest.mark.requirement("K-07", part="the doctor sees a program that could be started")
def test_a_program_that_could_be_started_is_seen(
    root: Path, place: str, mode: int, unit: str, line: str, told: str
) -> None:
    program(root, "usr/bin/python3.11")
    program(root, "usr/bin/aplay")
    program(root, "usr/bin/sudo", 0o4755)
    program(root, "usr/lib/x86_64-linux-gnu/libc.so.6")
    program(root, "usr/sbin/telinit")
    program(root, "etc/civic-kiosk/bin/ring-for-staff")
    assert programs(root) == ""
    program(root, place, mode)
    added(root, unit, line)
    assert told in programs(root)
