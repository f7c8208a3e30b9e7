# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole machine on a display of its own, to which one person comes after the other; and all that is left there."""

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.paper_left import paper_left
from tests.support import searching
from tests.support.display import display
from tests.support.print_server import QUEUE, PrintServer
from tests.support.visited_program import SUPERVISED
from tests.support.written_files import WrittenFiles

ROOT: Final = Path(__file__).parents[2]
PROFILE: Final = ROOT / "kiosk" / "profiles" / "town-hall-kiosk.toml"
PATIENCE: Final = 90.0
WORDS: Final = 6
"""More than the service has fields for them."""

LEAST: Final = 3
"""The supervisor, the courier and the session that is shown; the next spare may still be on its way."""

DURING: Final = "supervisor during the visit"
COURIER: Final = "kiosk.courier"
COURIER_SECONDS: Final = 60.0
"""Answers may be in the courier's memory for so long after the agency's receipt (reliability.md B5)."""

INPUT_METHODS: Final = ("libibus", "libfcitx", "libqtvirtualkeyboard")
"""Libraries by which letters go to an input method of the desktop, which keeps them."""

LETTERS: Final = "bcdfghjklmnpqrstvwxz"
MARK: Final = 9
SCREEN: Final = "1280x1024x24"


@dataclass(frozen=True, slots=True)
class Left:
    """What one visit left. `typed` words were typed, `there` is how often they were in the living session's memory.

    `printed`: on their sheet. `found` has every place that has one afterwards, and the supervisor if it had one before.
    `warned` where who comes next is told that a paper may lie in the printer.
    """

    typed: int
    there: int
    printed: int
    found: Mapping[str, int]
    warned: bool


class VisitedMachine:
    """The running program; `folder` has everything that it writes, its home and its runtime folder."""

    def __init__(
        self, folder: Path, town: str, display: str, server: int, printer: PrintServer, *, emblem: bool = True
    ) -> None:
        self.folder, self._server, self._printer = folder, server, printer
        self._proof = folder.parent / "proof"
        self._sign = f"PROOF_MACHINE={secrets.token_hex(8)}"
        for place in (self.folder, self._proof, folder / "home", folder / "runtime", folder / "tmp"):
            place.mkdir(mode=0o700, exist_ok=True)
        self._log = folder / "log"
        self.written = WrittenFiles(self._matters)
        name, _, value = self._sign.partition("=")
        self._environment = {
            **os.environ,
            name: value,
            "PROOF_FOLDER": str(self._proof),
            "DISPLAY": display,
            "CUPS_SERVER": printer.socket,
            "QT_QPA_PLATFORM": "xcb",
            # The desktop offers an input method, as most do.
            "QT_IM_MODULE": "ibus",
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "tmp"),
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
            "KIOSK_LOG": "INFO",
        }
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                (sys.executable, "-m", "tests.support.visited_program", town, self._profile(emblem)),
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def visit(self, ending: str, *, planted: bool = False) -> Left:
        """Somebody comes, types, and the visit ends so; what is left of them."""
        mark = "".join(secrets.choice(LETTERS) for _ in range(MARK))
        session, typed = self.come(mark, ending, planted=planted)
        shown = self._said("shown")
        there = searching.in_memory(session, mark)
        held = self._supervisor_has(mark, planted=planted)
        paper, _ = self._printer.printed()
        printed = searching.hits_in_file(paper, mark)
        self.end(session, ending)
        self._until(lambda: self._said("shown") > shown and session not in self.processes(), "gone")
        warned = any(line[1:] == ["shown", "warned"] for line in self._lines()[shown:])
        (self._proof / "report").write_text("0 shown\n")
        self._printer.at_rest()
        found = self._found_at_last(mark) | ({DURING: held} if held else {})
        return Left(typed, there, printed, found, warned)

    def stands(self) -> int:
        """Wait until a window is there for somebody: the process that shows it."""
        self._until(lambda: [line for line in self._lines() if line[1] == "shown"], "shown")
        return [int(line[0]) for line in self._lines() if line[1] == "shown"][-1]

    def come(self, mark: str, ending: str, *, planted: bool = False) -> tuple[int, int]:
        """Somebody comes and types words with that mark: the process that they are in, and how many words."""
        self.stands()
        self.written.expect(mark)
        words = [f"{mark}{place}" for place in range(WORDS)]
        sheet = {"words": words, "ending": ending, "planted": planted, "printed": True}
        (self._proof / "being-written").write_text(json.dumps(sheet))
        (self._proof / "being-written").rename(self._proof / "sheet")
        session, typed = self._until(lambda: self._who("typed"), "typed")
        return session, typed

    def end(self, session: int, ending: str) -> None:
        """Their visit ends so, now."""
        if ending == "freeze":
            os.kill(session, signal.SIGSTOP)
        if ending in ("kill", "freeze"):
            os.kill(session, signal.SIGKILL)
        else:
            (self._proof / "go").touch()

    def next_stands(self, session: int) -> None:
        """Wait until the next window is there, and the process of the visit before gone."""
        self._until(lambda: self._who_after(session) and session not in self.processes(), "gone")
        (self._proof / "report").write_text(f"{self._next_of(session)} shown\n")

    def _next_of(self, session: int) -> int:
        return next(int(line[0]) for line in self._lines() if self._is_next(line, session))

    def _is_next(self, line: list[str], session: int) -> bool:
        return line[1] == "shown" and int(line[0]) not in (0, session)

    def _who_after(self, session: int) -> bool:
        return any(self._is_next(line, session) for line in self._lines())

    @property
    def environment(self) -> dict[str, str]:
        """What a program finds that is to show something on this machine's display."""
        return {name: value for name, value in self._environment.items() if "PROOF" not in name}

    def papers_left(self) -> int:
        """How many papers staff are told of: printed in visits that nobody finished."""
        (store,) = (self.folder / "runtime").glob("civic-kiosk-*")
        return paper_left(store).papers

    def _profile(self, emblem: bool) -> str:
        """The shipped profile with the printer, in a file of its own; what it names lies beside the shipped one."""
        text = PROFILE.read_text("utf-8").replace("[paper]", f'[paper]\nprinter = "{QUEUE}"')
        if not emblem:
            text = text.replace('emblem = "port-amity.svg"', "")
        for beside in ("port-amity.geojson", "port-amity.mbtiles"):
            text = text.replace(f'"{beside}"', json.dumps(str(PROFILE.parent / beside)))
        file = self.folder / "profile.toml"
        file.write_text(text, "utf-8")
        return str(file)

    def _supervisor_has(self, mark: str, *, planted: bool) -> int:
        """How often the mark is in the supervisor's memory while somebody types. Planted is it only for this look."""
        if planted:
            self._give_to_supervisor(mark)
        held = searching.in_memory(self._process.pid, mark)
        if planted:
            self._give_to_supervisor("")
        return held

    def _give_to_supervisor(self, word: str) -> None:
        given = self._proof / SUPERVISED
        given.write_text(word)
        self._process.send_signal(signal.SIGUSR1)
        self._until(lambda: not given.exists(), "the supervisor has the word")

    def processes(self) -> Mapping[int, str]:
        """All that belong to the machine, the ones without a parent too."""
        return searching.of_machine(self._sign)

    def _found_at_last(self, mark: str) -> dict[str, int]:
        """What is still there after the courier had its minute to deliver and to be replaced."""
        deadline = time.monotonic() + COURIER_SECONDS
        while True:
            try:
                found = self._found(mark)
            except (FileNotFoundError, ProcessLookupError):
                # A process ended while it was looked at, or is not replaced yet: everything is looked at anew.
                assert time.monotonic() < deadline, f"processes go on ending: {self.processes()}"
                continue
            elsewhere = [place for place in found if not place.endswith(COURIER)]
            if not found or elsewhere or time.monotonic() > deadline:
                return found
            time.sleep(1.0)

    def _found(self, mark: str) -> dict[str, int]:
        """Where the mark is, and how often."""
        found: dict[str, int] = {}
        alive = self.processes()
        assert self._process.pid in alive, "this user may not look into hardened processes: try it as root"
        if len(alive) < LEAST:
            # The courier that has delivered is gone, and the next one not there yet.
            raise ProcessLookupError
        for process, command in alive.items():
            who = command.replace(mark, "…")
            found[f"memory of {who}"] = searching.in_memory(process, mark)
            found[f"input method of {who}"] = searching.in_maps(process, INPUT_METHODS)
            found[f"arguments of {who}"] = searching.in_arguments(process, mark)
        # Titles of windows, cut buffers and whatever else a client has told the display.
        found["memory of the display"] = searching.in_memory(self._server, mark)
        reader = (sys.executable, "-m", "tests.support.clipboard_reader")
        environment = {name: value for name, value in self._environment.items() if "PROOF" not in name}
        read = subprocess.run(
            reader, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=PATIENCE
        )
        found |= {name: text.count(mark) for name, text in json.loads(read.stdout).items()}
        found |= {f"file {name}": number for name, number in searching.in_files(self.folder, mark).items()}
        # What was written anywhere else on this machine during the visit, and deleted again.
        found |= {f"elsewhere {name}": number for name, number in self.written.holding_the_word().items()}
        return {place: number for place, number in found.items() if number}

    def _matters(self, process: int, path: str) -> bool:
        """Whether a file outside of our own folders was written by the machine, or by a process that is gone."""
        if path.startswith((f"{self.folder}/", f"{self._proof}/", f"{self.folder.parent}/")):
            return False
        return searching.is_of_machine(process, self._sign) is not False

    def open_to_others(self) -> list[str]:
        """Files and processes that are not as private as `kiosk.hardening` makes them."""
        found = []
        for process, command in self.processes().items():
            status = (searching.PROC / str(process) / "status").read_text()
            limits = (searching.PROC / str(process) / "limits").read_text()
            core = next(line.split() for line in limits.splitlines() if line.startswith("Max core file size"))
            if "Umask:\t0077" not in status or core[4:6] != ["0", "0"]:
                found.append(command)
        files = (file for file in (self.folder / "runtime").rglob("*") if not file.is_symlink())
        found += [str(file) for file in files if file.lstat().st_mode & 0o077]
        found += [str(file) for file in self.folder.rglob("core*") if file.is_file()]
        return found

    def _lines(self) -> list[list[str]]:
        report = self._proof / "report"
        lines = report.read_text().splitlines() if report.exists() else []
        return [line.split() for line in lines]

    def _said(self, what: str) -> int:
        return sum(line[1] == what for line in self._lines())

    def _who(self, what: str) -> tuple[int, int] | None:
        return next(((int(line[0]), int(line[2])) for line in self._lines() if line[1] == what), None)

    def _until(self, true: Callable[[], Any], what: str) -> Any:
        deadline = time.monotonic() + PATIENCE
        while not (found := true()):
            self.written.look()
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise AssertionError(f"waited in vain until {what}: {self._log.read_text()[-4000:]}")
            time.sleep(0.05)
        return found

    def close(self) -> None:
        """End the program in order."""
        self.written.close()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def visited_machine(
    folder: Path, town: str, printer: PrintServer, glass: Path | None = None
) -> Iterator[VisitedMachine]:
    """The program on a display of its own. All that the printer's server writes is to be in its folder."""
    with display(SCREEN, glass) as (number, server):
        # Where pictures are compared nothing may come into them at a moment of its own.
        machine = VisitedMachine(folder / "machine", town, number, server, printer, emblem=glass is None)
        try:
            yield machine
        finally:
            machine.close()
