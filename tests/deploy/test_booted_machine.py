# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine with our package, started from its kernel on: no key leads out of it, and nothing plugged in leads in.

`make machine` builds its disk; without hardware help it takes two minutes to its first page.
"""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.booted import LINE, PATIENCE, Booted, booted, started
from tests.support.processes import ROOT
from tests.support.standing import Standing, edge, is_ready, standing, stays
from tests.support.startable import PROBE

IMAGE = ROOT / "build" / "machine"
FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 13))
CONSOLES = tuple(f"{held}-{key}" for held in ("ctrl-alt", "alt") for key in FUNCTION_KEYS)
MAGIC = tuple(f"alt-sysrq-{key}" for key in ("r", "e", "i", "s", "u", "k", "o", "c", "b"))
RESTARTS = ("ctrl-alt-delete",) * 10
"""More than seven within two seconds: systemd's own emergency."""

OTHERS = (
    "power",
    "sleep",
    "wake",
    "ctrl-alt-backspace",
    "alt-esc",
    "alt-f4",
    "ctrl-c",
    "ctrl-z",
    "print",
    "pause",
)
NEEDED = {
    "aplay",
    "amixer",
    "alsactl",
    "espeak-ng",
    "oggdec",
    "lp",
    "lpstat",
    "cancel",
    "cupsaccept",
    "cage",
    "Xwayland",
    "kiosk",
    "python3.11",
}
OF_THE_SCREEN = {"cage", "Xwayland", "kiosk"}

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(3_000),
    pytest.mark.skipif(shutil.which("qemu-system-x86_64") is None, reason="qemu-system-x86 is not installed"),
    pytest.mark.skipif(not (IMAGE / "disk.raw").exists(), reason="`make machine` has not built the disk"),
]


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Booted]:
    """From its start to the welcome page."""
    with booted(IMAGE, tmp_path_factory.mktemp("machine")) as machine:
        machine.until(lambda: is_ready(machine))
        yield machine


@pytest.mark.requirement("K-01", part="no key leads out of a machine without a window around it")
@pytest.mark.requirement("K-03", part="Ctrl+Alt+F1 to F12 at a machine without a window around it")
@pytest.mark.requirement("K-04", part="its keys at a machine without a window around it")
def test_no_key_of_the_machine_leads_out_of_it(machine: Booted) -> None:
    before, shown = standing(machine), stays(machine)
    assert len(edge(shown)) == 1, "the bar of our page stands there"
    for keys in (CONSOLES, MAGIC, RESTARTS, OTHERS):
        machine.press(*keys)
        machine.press_power()
        assert standing(machine) == before, keys
    after = stays(machine)
    assert edge(after) == edge(shown)
    same = sum(one == other for one, other in zip(shown, after, strict=True)) / len(shown)
    assert same > 0.999, f"{same:.1%} of the page is as it was"


@pytest.mark.requirement("K-07", part="what the account could start is searched on a whole disk")
def test_the_account_could_start_nothing_but_what_it_needs(machine: Booted) -> None:
    session = machine.run("/usr/bin/pgrep", "-o", "-f", "kiosk.session").strip()
    account = [machine.run("/usr/bin/id", kind, "civic-kiosk").strip() for kind in ("-u", "-g")]
    inside = (
        "/usr/bin/nsenter",
        "--target",
        session,
        "--mount",
        "--setuid",
        account[0],
        "--setgid",
        account[1],
    )
    found = [Path(one) for one in json.loads(machine.run(*inside, "--", "/usr/bin/python3.11", "-c", PROBE))]
    assert {one.name for one in found} >= NEEDED - OF_THE_SCREEN, "what speaks and prints can be started"
    libraries = ("/usr/lib", "/opt/civic-kiosk", "/usr/lib64")
    more = [one for one in found if one.name not in NEEDED and not str(one).startswith(libraries)]
    assert more == []
    below = {one.name for one in found} & {
        "sh",
        "bash",
        "dash",
        "busybox",
        "ld.so",
        "perl",
        "env",
        "sudo",
        "su",
    }
    assert below == set()
    told = machine.run("/usr/bin/python3.11", "-c", PROBE)
    assert told == "a shell\n", "whoever is not confined is found to have one"


@pytest.mark.requirement("K-11", part="sudo and the doctor of a whole machine find no rule for the account")
def test_sudo_and_the_doctor_find_no_rule_for_the_account(machine: Booted) -> None:
    assert "not allowed to run sudo" in machine.run("/usr/bin/sudo", "-l", "-U", "civic-kiosk")
    doctor = machine.run(
        "/bin/sh", "-c", "kiosk doctor --profile /etc/civic-kiosk/profile.toml || true"
    ).splitlines()
    lockdown = [line for line in doctor if "(K-" in line and not line.startswith(" ")]
    fine = {line.removeprefix("ok").strip().partition(":")[0] for line in lockdown if line.startswith("ok ")}
    assert {"account (K-11)", "groups (K-11)", "rights (K-11)", "programs (K-07)"} <= fine, doctor
    # Nobody has named a device of this machine or plugged a touch screen in.
    others = {line.split(":")[0].split(None, 1)[1] for line in lockdown if not line.startswith("ok ")}
    # It was started by qemu, as nobody's machine is.
    by_qemu = {
        "Secure Boot (K-14)",
        "menu of the start (K-14)",
        "hibernation (E-03)",
        "memory (E-05)",
        "system (E-17)",
    }
    assert others <= {"USB (K-12)", "devices (K-12)", "start (K-16)", *by_qemu}, doctor


def keyboards(machine: Booted) -> int:
    return machine.run("/bin/cat", "/proc/bus/input/devices").count("USB Keyboard")


@pytest.mark.requirement("K-12", part="an unknown keyboard is plugged in, and one that is named")
def test_a_keyboard_that_nobody_named_is_kept_out(machine: Booted) -> None:
    rules = "/etc/usbguard/rules.conf"
    ours = machine.run("/bin/cat", "/usr/share/civic-kiosk/usbguard/rules.conf")
    named = 'allow id 0627:0001 serial "keypad-of-the-hall" with-interface equals { 03:01:01 }\n'
    given = ours.replace("# allow id 1234", named + "# allow id 1234")
    assert given != ours
    machine.run("/bin/sh", "-c", f"cat > {rules} <<'END'\n{given}END\nsystemctl restart usbguard")
    machine.plug("stranger", driver="usb-kbd", serial="from-a-pocket")
    seen = ("/bin/sh", "-c", "journalctl -b -o cat -u usbguard; usbguard list-devices")
    machine.until(lambda: "from-a-pocket" in machine.run(*seen))
    time.sleep(5)
    assert keyboards(machine) == 0
    assert "allow id 0627:0001" not in machine.run("/usr/bin/usbguard", "list-devices")
    before = stays(machine)
    machine.press("tab", "ret", "a")
    assert stays(machine) == before, "what it types goes nowhere"
    machine.pull("stranger")
    machine.plug("named", driver="usb-kbd", serial="keypad-of-the-hall")
    machine.until(lambda: keyboards(machine) == 1, 60)
    machine.pull("named")
    machine.until(lambda: keyboards(machine) == 0, 60)


def restarted(machine: Booted, before: Standing) -> bool:
    return machine.run("/bin/cat", "/proc/sys/kernel/random/boot_id") != before.start


def test_keys_lead_out_where_the_package_is_spoiled(machine: Booted) -> None:
    """So that a key that does nothing above was stopped by the package, and reaches the kernel at all."""
    before = standing(machine)
    changing = "[Service]\nType=exec\nExecStart=\nExecStart=/usr/bin/cage -d -s -- /usr/bin/sleep 1000"
    place = "/run/systemd/system/civic-kiosk.service.d"
    spoil = f"mkdir -p {place}; printf '{changing}\nNoExecPaths=\n' > {place}/s.conf; systemctl daemon-reload"
    machine.run("/bin/sh", "-c", f"{spoil}; systemctl restart civic-kiosk")
    time.sleep(20)
    machine.press("ctrl-alt-f2")
    machine.until(lambda: standing(machine).console != before.console, 60)
    machine.run("/sbin/sysctl", "kernel.sysrq=1")
    machine.press("alt-sysrq-b")
    machine.until(lambda: restarted(machine, before))


@pytest.mark.requirement("K-09", part="the watchdog of an emulated board starts a machine anew that hangs")
def test_a_machine_that_hangs_is_started_anew_by_its_watchdog(machine: Booted) -> None:
    machine.until(lambda: is_ready(machine))
    before = standing(machine)
    hang = "sysctl kernel.panic=0; (sleep 2; echo c > /proc/sysrq-trigger) >/dev/null 2>&1 &"
    machine.run("/bin/sh", "-c", hang)
    machine.until(lambda: restarted(machine, before))
    machine.until(lambda: is_ready(machine))


@pytest.mark.parametrize(("line", "begins_anew"), [(LINE, True), (LINE.replace("panic=10", ""), False)])
@pytest.mark.requirement("K-14", part="a start without a disk begins anew, and gives nobody a shell")
def test_a_start_that_finds_no_disk_gives_nobody_a_shell(
    tmp_path: Path, line: str, *, begins_anew: bool
) -> None:
    lost = line.replace("root=/dev/vda2", "root=/dev/nowhere")
    with started(IMAGE, tmp_path, lost, "-no-reboot") as process:
        deadline = time.monotonic() + PATIENCE
        said = ""
        while process.poll() is None and "(initramfs)" not in said and time.monotonic() < deadline:
            time.sleep(1)
            said = (tmp_path / "serial").read_text(errors="replace")
        assert (process.poll() is not None) is begins_anew, said[-2_000:]
        assert ("(initramfs)" in said) is not begins_anew, said[-2_000:]
