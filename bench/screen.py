# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual X screen whose pixels can be read straight from memory while something happens on it."""

import mmap
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HEADER = 4_000
"""More bytes than the XWD header and colour map of a frame buffer take; pixels follow."""


@dataclass(slots=True)
class Screen:
    """One Xvfb. `display` is its name; `pixels` its frame buffer, mapped."""

    display: str
    width: int
    height: int
    pixels: mmap.mmap = field(repr=False)

    def environment(self) -> dict[str, str]:
        """What a program needs to open its window here."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def bar_button(self, place: int, places: int = 6) -> tuple[int, int]:
        """The middle of a place of the bar, counted from 0, which stands at the left edge of a wide screen."""
        return (self.width // 20, int(self.height * (place + 0.5) / places))

    def picture(self) -> bytes:
        """All pixels now."""
        return self.pixels[HEADER:]

    def until_changed(self, before: bytes, patience: float = 5.0) -> float:
        """The moment (perf_counter) at which the pixels first differ from `before`."""
        deadline = time.perf_counter() + patience
        while time.perf_counter() < deadline:
            if self.pixels[HEADER:] != before:
                return time.perf_counter()
        raise TimeoutError("nothing changed on the screen")

    def until_still(self, seconds: float = 0.3, patience: float = 15.0) -> bytes:
        """Wait until nothing has changed for a while; the picture then."""
        deadline, last, since = time.perf_counter() + patience, self.picture(), time.perf_counter()
        while time.perf_counter() < deadline:
            time.sleep(0.02)
            now = self.picture()
            if now != last:
                last, since = now, time.perf_counter()
            elif time.perf_counter() - since >= seconds:
                return now
        raise TimeoutError("the screen never came to rest")


@contextmanager
def screen(width: int = 1366, height: int = 768) -> Iterator[Screen]:
    """Run one Xvfb, with its frame buffer in a file that is mapped."""
    with tempfile.TemporaryDirectory() as folder:
        read, write = os.pipe()
        command = ("Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-fbdir", folder)
        server = subprocess.Popen(
            (*command, "-nolisten", "tcp", "-noreset"), pass_fds=(write,), stderr=subprocess.DEVNULL
        )
        os.close(write)
        try:
            number = os.read(read, 16).decode().strip()
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
            yield Screen(f":{number}", width, height, pixels)
            pixels.close()
        finally:
            os.close(read)
            server.terminate()
            server.wait()
