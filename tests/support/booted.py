# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine of its own: Debian with our package, started in qemu, with a screen, a keyboard, a power key and USB.

Nothing of ours is changed in it. What a test wants to know beyond the screen is asked of Debian's qemu-guest-agent.
"""

import base64
import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

PATIENCE: Final = 900.0
"""Seconds for a whole start; a processor that is emulated takes ten times as long as one that is not."""

ASK_SECONDS: Final = 60.0
AGENT_SECONDS: Final = 5.0
LINE: Final = "root=/dev/vda2 rw panic=10 rd.shell=0 rd.emergency=reboot console=ttyS0"
PICTURE: Final = (1280, 800)


class NoAnswerError(Exception):
    """The machine gives no answer: it ended, or starts anew."""


class _Wire:
    """Lines of JSON over a socket."""

    def __init__(self, place: Path, patience: float = ASK_SECONDS) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(patience)
        self._socket.connect(str(place))
        self._lines = self._socket.makefile("rwb")

    def ask(self, command: str, **arguments: object) -> Any:
        """What it returns. Raises `NoAnswerError` where nothing comes."""
        line = json.dumps({"execute": command, "arguments": arguments} if arguments else {"execute": command})
        try:
            self._lines.write(line.encode() + b"\n")
            self._lines.flush()
        except OSError as problem:
            raise NoAnswerError(str(problem)) from None
        return self._heard(command)

    def _heard(self, command: str) -> Any:
        try:
            while heard := self._lines.readline():
                told = json.loads(heard)
                if "error" in told:
                    raise AssertionError(f"{command}: {told['error']}")
                if "return" in told:
                    return told["return"]
        except OSError as problem:
            raise NoAnswerError(str(problem)) from None
        raise NoAnswerError(command)

    def meet(self) -> None:
        """Pass over what was said to somebody before us. Raises `NoAnswerError` where nobody is there."""
        number = int.from_bytes(os.urandom(3))
        heard = self.ask("guest-sync", id=number)
        # Asking again would leave one answer more behind than there are questions.
        while heard != number:
            heard = self._heard("guest-sync")

    def close(self) -> None:
        """Let go of it."""
        self._lines.close()
        self._socket.close()


class Booted:
    """One machine that runs. `folder` holds its sockets, its serial console and pictures of its screen."""

    def __init__(self, folder: Path, process: "subprocess.Popen[bytes]") -> None:
        self._folder, self._process = folder, process
        self._monitor = _Wire(folder / "monitor")
        self._monitor.ask("qmp_capabilities")

    def run(self, *words: str) -> str:
        """What a command of root prints in it.

        Raises AssertionError where it fails, `NoAnswerError` where the machine is gone.
        """
        done = self._asked(words)
        assert done.get("exitcode") == 0, (words, done)
        return base64.b64decode(done.get("out-data", "")).decode()

    def _asked(self, words: Sequence[str]) -> dict[str, Any]:
        # A connection of its own for each: after another start nothing hangs on the one before.
        agent = _Wire(self._folder / "agent", AGENT_SECONDS)
        try:
            agent.meet()
            number = agent.ask("guest-exec", path=words[0], arg=list(words[1:]), **{"capture-output": True})[
                "pid"
            ]
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline:
                told: dict[str, Any] = agent.ask("guest-exec-status", pid=number)
                if told["exited"]:
                    return told
                time.sleep(0.1)
        finally:
            agent.close()
        raise NoAnswerError(" ".join(words))

    def until(self, true: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait for something. Raises AssertionError with the end of the serial console when it does not come."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                if true():
                    return
            except NoAnswerError:
                pass
            said = (self._folder / "serial").read_text(errors="replace")[-2_000:]
            assert self._process.poll() is None, said
            assert time.monotonic() < deadline, said
            time.sleep(0.5)

    def press(self, *keys: str) -> None:
        """Press combinations on its keyboard: `ctrl-alt-f2`, by the names of QMP's QKeyCode."""
        for combination in keys:
            named = [{"type": "qcode", "data": key} for key in combination.split("-")]
            self._monitor.ask("send-key", keys=named, **{"hold-time": 40})
            time.sleep(0.15)

    def press_power(self) -> None:
        """Press the power button of its case (ACPI)."""
        self._monitor.ask("system_powerdown")

    def plug(self, name: str, **properties: str) -> None:
        """Plug a USB device in."""
        self._monitor.ask("device_add", id=name, bus="usb.0", **properties)

    def pull(self, name: str) -> None:
        """Pull it out."""
        self._monitor.ask("device_del", id=name)

    def screen(self) -> bytes:
        """The pixels that it shows, as three bytes each from the upper left."""
        file = self._folder / "screen.ppm"
        self._monitor.ask("screendump", filename=str(file))
        kind, size, most, pixels = file.read_bytes().split(b"\n", 3)
        assert (kind, most) == (b"P6", b"255"), (kind, most)
        assert tuple(map(int, size.split())) == PICTURE
        return pixels

    def close(self) -> None:
        """Let go of it."""
        self._monitor.close()


@contextmanager
def started(image: Path, folder: Path, line: str, *more: str) -> "Iterator[subprocess.Popen[bytes]]":
    """qemu with the machine of an image (`setup.machine_image`) and this kernel's command line.

    The image stays as it is: what the machine writes is gone with it.
    """
    kernel = ("-kernel", str(image / "vmlinuz"), "-initrd", str(image / "initrd"), "-append", line)
    with running(folder, "pc", *kernel, *disk(image / "disk.raw"), *more) as process:
        yield process


@contextmanager
def booted(image: Path, folder: Path) -> Iterator[Booted]:
    """The machine, from the moment at which its agent answers."""
    with started(image, folder, LINE) as process:
        machine = Booted(folder, process)
        try:
            machine.until(lambda: machine.run("/bin/true") == "")
            yield machine
        finally:
            machine.close()


def disk(file: Path) -> tuple[str, ...]:
    """A disk that stays as it is."""
    return ("-drive", f"file={file},format=raw,if=virtio,snapshot=on")


@contextmanager
def running(folder: Path, board: str, *more: str) -> "Iterator[subprocess.Popen[bytes]]":
    """qemu with this board, and what every machine here has: a screen, USB, a watchdog, a serial console, an agent."""
    kvm = _has_a_processor_for_it()
    words = ["qemu-system-x86_64", "-machine", f"{board},accel={'kvm' if kvm else 'tcg'}", "-m", "3072"]
    words += ["-smp", "2", "-cpu", "host" if kvm else "max"]
    words += ["-display", "none", "-nodefaults", "-no-user-config"]
    words += ["-device", f"virtio-vga,xres={PICTURE[0]},yres={PICTURE[1]}"]
    words += ["-device", "qemu-xhci,id=usb", "-device", "i6300esb", "-serial", f"file:{folder / 'serial'}"]
    words += ["-qmp", f"unix:{folder / 'monitor'},server=on,wait=off", "-device", "virtio-serial"]
    words += ["-chardev", f"socket,path={folder / 'agent'},server=on,wait=off,id=agent"]
    words += ["-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0", *more]
    with (folder / "qemu").open("wb") as said:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
    try:
        deadline = time.monotonic() + 20
        while not (folder / "monitor").exists():
            assert process.poll() is None, (folder / "qemu").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait(20)


def _has_a_processor_for_it() -> bool:
    """A /dev/kvm without the processor's own help (as pvm) starts no ordinary kernel."""
    flags = set(Path("/proc/cpuinfo").read_text().split())
    return bool(flags & {"vmx", "svm"}) and os.access("/dev/kvm", os.R_OK | os.W_OK)
