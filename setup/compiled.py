# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles ahead what a cold start would otherwise compile again each time.

Our own packages, also where Python is told to write no bytecode; the support files of PySide6, which it carries
in an archive inside its library and compiles at every start unless they lie beside it (its switch `SBK_EMBED`); and
what `dataclasses` compiles for the records of the first picture.
"""

import compileall
import os
import subprocess
import sys
from pathlib import Path

import shiboken6

UNPACKED = Path(shiboken6.__file__).with_name("files.dir")


def main(packages: list[str]) -> int:
    """Compile the packages, which are folders here. Returns the exit status."""
    if not UNPACKED.is_dir():
        wanted = {**os.environ, "SBK_EMBED": "0"}
        subprocess.run((sys.executable, "-c", "import PySide6.QtCore"), env=wanted, check=True)
    folders = [*packages, str(UNPACKED)]
    if not all(compileall.compile_dir(folder, quiet=1) for folder in folders):
        return 1
    subprocess.run((sys.executable, "-m", "kiosk.session.records"), check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
