# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walk over all forms as the set-up sees it: a child that tells after each form how that went, until its end."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.visit import profile_events as pe
from core.visit.guiding_state import SetUpStep
from kiosk import children
from kiosk.setting_up.forms import walked

MODULE: Final = "kiosk.setting_up.walking"


class Walk:
    """At most one at a time. `run` belongs on a lane; `end` may be called from elsewhere while it runs."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._ended = False

    def run(self, text: str, beside: Path, tell: Callable[[pe.SetUpSeen], None]) -> None:
        """Walk the forms of the profile in `text`; `beside` is the file that it will be saved in."""
        folder = Path(tempfile.mkdtemp(prefix="civic-kiosk-walk-"))
        try:
            file = folder / beside.name
            file.write_text(text, "utf-8")
            self._child = children.start((*children.own_command(MODULE), str(file)))
            if self._ended:
                self._child.kill()
            assert self._child.stdout is not None
            for line in self._child.stdout:
                found = json.loads(line)
                seen = walked(str(found["name"]), passed=found["passed"] is True)
                tell(pe.SetUpSeen(SetUpStep.FORMS, (seen,), joins=True, goes_on=True))
            self._child.wait()
        finally:
            self._close()
            shutil.rmtree(folder, ignore_errors=True)

    def _close(self) -> None:
        child, self._child = self._child, None
        for pipe in (child.stdin, child.stdout) if child is not None else ():
            if pipe is not None:
                pipe.close()

    def end(self) -> None:
        """Have it end at once; what was walked is kept."""
        self._ended = True
        if self._child is not None:
            self._child.kill()
