# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What locks a machine down is read by the programs that will read it there, and says which requirement it serves."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICES = sorted((DEPLOY / "systemd").glob("*.service"))
UNITS = sorted((DEPLOY / "systemd").iterdir())
FILES = sorted(file for file in (DEPLOY / "etc").rglob("*") if file.is_file())
REQUIREMENT = re.compile(r"\b(K-(0[1-9]|1[0-8])|E-(0[1-9]|1[0-7])|B4)\b")
MOST_EXPOSED = 20
"""Tenths of the score of `systemd-analyze security`: 2.0."""


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)


def exposed(unit: Path) -> bool:
    done = run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", unit)
    assert "Overall exposure level" in done.stdout + done.stderr
    return done.returncode != 0


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
@pytest.mark.requirement("K-08", part="each unit scores 2.0 or less")
def test_a_service_may_do_little(unit: Path) -> None:
    assert not exposed(unit)


@pytest.mark.parametrize("forgotten", ["CapabilityBoundingSet=", "SystemCallFilter=", "DevicePolicy="])
def test_a_service_that_may_do_more_is_found(tmp_path: Path, forgotten: str) -> None:
    kept = [
        line
        for line in (DEPLOY / "systemd" / "civic-kiosk-courier@.service").read_text().splitlines()
        if not line.startswith((forgotten, "Restrict", "Protect"))
    ]
    (tmp_path / "loose.service").write_text("\n".join(kept))
    assert exposed(tmp_path / "loose.service")


def test_systemd_reads_every_line_of_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        # The programs are on the finished machine only.
        text = re.sub(r"^(ExecStart=)\S+", r"\1/bin/true", unit.read_text(), flags=re.M)
        (tmp_path / unit.name).write_text(text)
    done = run("systemd-analyze", "verify", "--recursive-errors=no", *sorted(tmp_path.iterdir()))
    # Neither seatd's unit nor ours is installed here.
    ours = [line for line in done.stderr.splitlines() if str(tmp_path) in line or "civic-kiosk" in line]
    assert ours == []


def swapped(units: Path) -> list[str]:
    """The services whose memory may be swapped out, but for the one that sets rules of the network and knows nobody."""
    files = (one for one in units.glob("*.service") if one.name != "civic-kiosk-network.service")
    return [one.name for one in files if "\nMemorySwapMax=0\n" not in one.read_text()]


@pytest.mark.requirement("E-03", part="units and masks keep it out of swap")
def test_nothing_of_a_service_is_swapped_or_hibernated(tmp_path: Path) -> None:
    assert swapped(DEPLOY / "systemd") == []
    masked = (DEPLOY / "etc" / "masked-units").read_text().splitlines()
    assert {"hibernate.target", "suspend.target", "hybrid-sleep.target"} <= set(masked)
    (tmp_path / "loose.service").write_text("[Service]\nMemorySwapMax=1G\n")
    assert swapped(tmp_path) == ["loose.service"]


def bus_under(address: str | None) -> bool:
    """Whether a session would find a bus, beside a bus that is there, when its unit says `address`."""
    look = (
        "from PySide6.QtCore import QCoreApplication as Q; from PySide6.QtDBus import QDBusConnection as D; "
        "q = Q([]); print(D.sessionBus().isConnected())"
    )
    told = () if address is None else (f"DBUS_SESSION_BUS_ADDRESS={address}",)
    done = run("dbus-run-session", "--", "env", *told, sys.executable, "-c", look)
    return done.stdout.split()[-1] == "True"


@pytest.mark.requirement("E-13", part="a session of the package has no bus that others could read")
def test_a_session_finds_no_bus_of_accessibility() -> None:
    text = (DEPLOY / "systemd" / "civic-kiosk-session@.service").read_text()
    (address,) = re.findall(r"^Environment=DBUS_SESSION_BUS_ADDRESS=(.*)$", text, flags=re.M)
    assert not bus_under(address)
    assert bus_under(None), "beside a bus that is there it would be found"


@pytest.mark.requirement("K-13", part="only the courier has a network")
@pytest.mark.requirement("E-15", part="a session has no network")
def test_only_the_courier_has_a_network() -> None:
    with_network = {unit.name for unit in SERVICES if "PrivateNetwork=yes" not in unit.read_text()}
    # One of the others makes the rules; the screen hears from udev. Both speak to this kernel only.
    here = {"civic-kiosk-network.service", "civic-kiosk.service"}
    assert with_network == {"civic-kiosk-courier@.service"} | here
    for unit in here:
        text = (DEPLOY / "systemd" / unit).read_text()
        (families,) = re.findall(r"^RestrictAddressFamilies=(.*)$", text, flags=re.M)
        assert set(families.split()) == {"AF_NETLINK", "AF_UNIX"}
        assert "\nIPAddressDeny=any\n" in text
        assert "\nNoNewPrivileges=yes\n" in text


@pytest.mark.parametrize("file", FILES + UNITS, ids=lambda file: file.name)
def test_each_file_says_which_requirement_it_serves(file: Path) -> None:
    comments = [line for line in file.read_text().splitlines() if line.startswith("#")]
    named = [word for line in comments for word in re.findall(r"\b[EKB]-?\d+\b", line)]
    assert all(REQUIREMENT.fullmatch(word) for word in named)
    assert named or file.name in ("civic-kiosk-courier.socket",)


def test_the_kernel_knows_every_setting() -> None:
    settings = (DEPLOY / "etc" / "sysctl.d" / "60-civic-kiosk.conf").read_text()
    names = re.findall(r"^([a-z_.]+) =", settings, re.M)
    assert len(names) > 5
    missing = [name for name in names if not Path("/proc/sys", *name.split(".")).exists()]
    # A kernel may be built without these; then there is nothing to be set.
    assert set(missing) <= {"kernel.yama.ptrace_scope", "kernel.sysrq"}


def test_the_printer_service_reads_its_files(tmp_path: Path) -> None:
    for name in ("spool", "tmp"):
        (tmp_path / name).mkdir()
    files = (DEPLOY / "etc" / "cups" / "cups-files.conf").read_text()
    (tmp_path / "cups-files.conf").write_text(files.replace("/run/cups", str(tmp_path)))
    done = run(
        "/usr/sbin/cupsd", "-t", "-c", DEPLOY / "etc/cups/cupsd.conf", "-s", tmp_path / "cups-files.conf"
    )
    assert done.returncode == 0, done.stderr + done.stdout


@pytest.mark.requirement("K-13", part="the kernel takes rules that drop by default")
def test_the_kernel_takes_the_rules_of_the_network(tmp_path: Path) -> None:
    # Rules are a matter of root, so anybody else asks in a network of their own; the account is the package's.
    own = ("unshare", *(() if os.geteuid() == 0 else ("--map-root-user",)), "--net", "--mount")
    (tmp_path / "passwd").write_text("civic-kiosk:x:990:990::/:/bin/false\n_apt:x:42:42::/:/bin/false\n")
    check = 'mount --bind "$0" /etc/passwd && exec /usr/sbin/nft -c -f "$1"'
    file = DEPLOY / "etc" / "nftables.d" / "civic-kiosk.nft"
    done = run(*own, "sh", "-c", check, tmp_path / "passwd", file)
    assert done.returncode == 0, done.stderr
    rules = (DEPLOY / "etc" / "nftables.d" / "civic-kiosk.nft").read_text()
    assert rules.count("policy drop") == 3


@pytest.mark.requirement("K-11", part="the package's account is nobody's")
def test_nobody_signs_in_as_the_program() -> None:
    lines = [
        line.split()
        for line in (DEPLOY / "etc/sysusers.d/civic-kiosk.conf").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    made = [line for line in lines if line[0] == "u"]
    assert [line[1] for line in made] == ["civic-kiosk"]
    assert made[0][-1] == "/usr/sbin/nologin"
    assert {line[2] for line in lines if line[0] == "m"} <= {"audio", "video", "render", "input"}
