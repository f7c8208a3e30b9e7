# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk over all forms as the set-up sees it: a child that tells after each form how that went, until its end."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from core.visit import profile_events as pe
from core.visit.guiding_state import SetUpStep
from kiosk import children
from kiosk.setting_up.forms import walked

MODULE: Final = "kiosk.setting_up.walking"


class Asked:
    """One child at a time that is read line by line. `lines` belongs on a lane; `end` may be called from elsewhere."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False

    def lines(self, command: tuple[str, ...]) -> Iterator[bytes]:
        """What it says, until it is over or is ended."""
        child = self._child = children.start(command)
        try:
            if self._ended:
                child.kill()
            assert child.stdout is not None
            yield from child.stdout
            child.wait()
        finally:
            self._child = None
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()

    def end(self) -> None:
        """Have it end at once, and every other from now on."""
        self._ended = True
        child = self._child
        if child is not None:
            child.kill()


class Walk(Asked):
    """The child that walks. What was walked is kept when it is ended."""

    def run(self, text: str, beside: Path, tell: Callable[[pe.SetUpSeen], None]) -> None:
        """Walk the forms of the profile in `text`; `beside` is the file that it will be saved in."""
        folder = Path(tempfile.mkdtemp(prefix="civic-kiosk-walk-"))
        try:
            file = folder / beside.name
            file.write_text(text, "utf-8")
            for line in self.lines((*children.own_command(MODULE), str(file))):
                found = json.loads(line)
                seen = walked(str(found["name"]), passed=found["passed"] is True)
                tell(pe.SetUpSeen(SetUpStep.FORMS, (seen,), joins=True, goes_on=True))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
