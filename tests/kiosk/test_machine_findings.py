# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor sees each way out of a machine and into it, on a tree that stands for the machine's own."""

import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.command_line.findings import Verdict
from kiosk.command_line.machine_findings import machine
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Kind, Profile
from tests.support.processes import ROOT

HEAD = "  sl  local_address rem_address   st\n"
SHIPPED = load("town-hall-kiosk")
assert isinstance(SHIPPED, Profile)
KIOSK = replace(SHIPPED, key=KeySource.CREDENTIAL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine on which our package was installed."""
    units = tmp_path / "etc/systemd/system"
    units.mkdir(parents=True)
    for unit in (ROOT / "deploy/etc/masked-units").read_text().split("\n"):
        if unit and not unit.startswith("#"):
            (units / unit).symlink_to("/dev/null")
    kernel = tmp_path / "proc/sys/kernel"
    kernel.mkdir(parents=True)
    (kernel / "sysrq").write_text("0\n")
    (kernel / "core_pattern").write_text("|/bin/false\n")
    (tmp_path / "proc/net").mkdir()
    loopback = "   0: 0100007F:0CEA 00000000:0000 0A\n   1: 0201A8C0:D431 0101A8C0:01BB 01\n"
    (tmp_path / "proc/net/tcp").write_text(HEAD + loopback)
    mapped = f"   0: {'0' * 16}FFFF00000100007F:0CEB {'0' * 32}:0000 0A\n"
    own = f"   1: {'0' * 24}01000000:0277 {'0' * 32}:0000 0A\n"
    (tmp_path / "proc/net/tcp6").write_text(HEAD + mapped + own)
    (tmp_path / "etc/passwd").write_text(
        "root:x:0:0::/root:/bin/bash\ncivic-kiosk:x:997:997::/:/usr/sbin/nologin\n"
    )
    return tmp_path


def test_a_machine_with_our_package_is_fine(root: Path) -> None:
    found = machine(KIOSK, root)
    assert len(found) == 7
    assert [one for one in found if one.verdict is not Verdict.FINE] == []


def write(place: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / place).write_text(text)


def remove(place: str) -> Callable[[Path], object]:
    return lambda root: (root / place).unlink()


@pytest.mark.parametrize(
    ("spoil", "what", "told"),
    [
        (remove("etc/systemd/system/getty@.service"), "consoles (K-03)", "getty@.service"),
        (
            remove("etc/systemd/system/ctrl-alt-del.target"),
            "keys of the machine (K-04)",
            "ctrl-alt-del.target",
        ),
        (write("proc/sys/kernel/sysrq", "438\n"), "keys of the machine (K-04)", "438"),
        (write("etc/passwd", "civic-kiosk:x:1:1::/:/bin/sh\n"), "account (K-11)", "/bin/sh"),
        (write("etc/passwd", "root:x:0:0::/root:/bin/bash\n"), "account (K-11)", "no account"),
        (write("proc/net/tcp", HEAD + "  0: 00000000:0016 00000000:0000 0A\n"), "network (K-13)", "port 22"),
        (
            write("proc/net/tcp6", HEAD + f"  0: {'0' * 32}:0277 {'0' * 32}:0000 0A\n"),
            "network (K-13)",
            "port 631",
        ),
        (remove("etc/systemd/system/hibernate.target"), "sleep (E-03)", "hibernate.target"),
        (write("proc/sys/kernel/core_pattern", "core\n"), "crashes (E-04)", "core"),
        (lambda root: (root / "var/log/journal").mkdir(parents=True), "log (E-14)", "disk"),
    ],
)
def test_each_way_out_is_seen_and_said_how_to_mend(
    root: Path, spoil: Callable[[Path], object], what: str, told: str
) -> None:
    spoil(root)
    (bad,) = (one for one in machine(KIOSK, root) if one.verdict is not Verdict.FINE)
    assert (bad.what, bad.verdict) == (what, Verdict.BAD)
    assert told in bad.found
    assert bad.mend


def test_on_a_desk_it_is_worth_knowing_and_at_home_nobodys_business(root: Path) -> None:
    shutil.rmtree(root / "etc")
    tried = machine(replace(KIOSK, key=KeySource.KEYRING), root)
    assert {one.verdict for one in tried} == {Verdict.NOTE, Verdict.FINE}
    assert machine(replace(KIOSK, kind=Kind.HOME), root) == ()


@pytest.mark.parametrize(("address", "seen"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_the_kernel_of_this_machine_is_read_as_it_writes(address: str, *, seen: bool) -> None:
    with socket.socket() as door:
        door.bind((address, 0))
        door.listen()
        (network,) = (one for one in machine(KIOSK) if one.what.startswith("network"))
        ports = network.found.rpartition("port ")[2].split(", ")
        assert (str(door.getsockname()[1]) in ports) is seen
