# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real CUPS server of a test's own, on a private socket, with a printer that puts paper into a folder."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

QUEUE: Final = "receipts"
PATIENCE: Final = 15.0

SERVER = """\
Listen {folder}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobFiles {keeps}
PreserveJobHistory {keeps}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""

STRICT = """\
  <Limit Resume-Printer>
    AuthType Basic
    Require user nobody-of-this-machine
    Order deny,allow
  </Limit>
"""

FILES = """\
User nobody
Group nogroup
SystemGroup root
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/cache
DataDir /usr/share/cups
ServerBin {folder}/bin
ErrorLog {folder}/log/error
AccessLog {folder}/log/access
PageLog {folder}/log/page
Printcap
"""

PRINTER = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
cat "${{6:--}}" > "{folder}/paper/$1.part"
printf '%s' "$3" > "{folder}/paper/$1.title"
mv "{folder}/paper/$1.part" "{folder}/paper/$1.pdf"
"""
"""A backend (backend(7)): its arguments are job, user, title, copies, options and, where there is one, a file."""


JAMMED = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
cat "${6:--}" > /dev/null
echo 'STATE: +media-jam-error' >&2
exit 4
"""
"""The same printer with paper stuck in it: it says so, and has its queue stopped (backend(7), CUPS_BACKEND_STOP)."""


@dataclass(frozen=True, slots=True)
class PrintServer:
    """`socket` is what `CUPS_SERVER` is to name; `configuration` is its cupsd.conf."""

    folder: Path

    @property
    def socket(self) -> str:
        return str(self.folder / "cups.sock")

    @property
    def configuration(self) -> Path:
        return self.folder / "cupsd.conf"

    def printed(self) -> tuple[bytes, str]:
        """The next sheet that comes out, and its title. TimeoutError when none does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for sheet in sorted((self.folder / "paper").glob("*.pdf")):
                content, title = sheet.read_bytes(), sheet.with_suffix(".title").read_text()
                sheet.unlink()
                sheet.with_suffix(".title").unlink()
                return content, title
            time.sleep(0.05)
        raise TimeoutError((self.folder / "log" / "error").read_text()[-2000:])

    def at_rest(self) -> None:
        """Wait until the server knows that everything is printed."""
        end = time.monotonic() + PATIENCE
        while self._asked("lpstat", "-o", QUEUE).stdout.strip():
            if time.monotonic() > end:
                raise TimeoutError("a job does not end")
            time.sleep(0.05)

    def holding(self, words: bytes) -> list[Path]:
        """The files of the server that hold these words, what came out of the printer aside."""
        every = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return [path for path in every if path.parent.name != "paper" and words in path.read_bytes()]

    def _asked(self, *command: str) -> "subprocess.CompletedProcess[bytes]":
        environment = {"CUPS_SERVER": self.socket, "PATH": "/usr/bin:/usr/sbin:/bin"}
        return subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=False)

    def jams(self) -> None:
        """From now on paper sticks in the printer."""
        (self.folder / "bin" / "backend" / "paper").write_text(JAMMED)

    def is_mended(self) -> None:
        """The paper is out, and the printer says so with its next sheet."""
        script = PRINTER.format(folder=self.folder)
        said = script.replace("cat ", "echo 'STATE: -media-jam-error' >&2\ncat ", 1)
        (self.folder / "bin" / "backend" / "paper").write_text(said)

    def add_queue(self) -> None:
        """Make the queue, once the server answers."""
        end = time.monotonic() + PATIENCE
        made = self._asked("lpadmin", "-p", QUEUE, "-E", "-v", "paper:/out", "-m", "raw")
        while made.returncode:
            if time.monotonic() > end:
                raise TimeoutError(made.stderr.decode())
            time.sleep(0.05)
            made = self._asked("lpadmin", "-p", QUEUE, "-E", "-v", "paper:/out", "-m", "raw")


def _configuration(folder: Path, keeps: bool, strict: bool) -> str:
    said = SERVER.format(folder=folder, keeps="Yes" if keeps else "No")
    return said.replace("  <Limit All>", f"{STRICT}  <Limit All>") if strict else said


@contextmanager
def print_server(folder: Path, *, keeps: bool = False, strict: bool = False) -> Iterator[PrintServer]:
    """Run one; `keeps` is the fault: it keeps the files of its jobs, as CUPS does where nobody has told it.

    `strict` lets nobody that there is make a queue go on.
    """
    for name in ("etc", "spool", "cache", "state", "log", "bin/backend", "paper"):
        (folder / name).mkdir(parents=True)
    (folder / "bin" / "daemon").symlink_to("/usr/lib/cups/daemon")
    backend = folder / "bin" / "backend" / "paper"
    backend.write_text(PRINTER.format(folder=folder))
    backend.chmod(0o700)
    server = PrintServer(folder)
    server.configuration.write_text(_configuration(folder, keeps, strict))
    (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
    command = ("/usr/sbin/cupsd", "-f", "-c", server.configuration, "-s", folder / "cups-files.conf")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            server.add_queue()
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE)
