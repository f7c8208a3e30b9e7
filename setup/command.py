# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the command `kiosk` into the virtual environment, so that it runs this tree from any folder."""

import sys
from pathlib import Path

TEXT = """#!{python}
import sys
sys.path.insert(0, {tree!r})
from kiosk.command_line import main
main()
"""


def main(target: Path) -> None:
    """Write it. `target` is the file to make."""
    python = target.parent.absolute() / "python"
    target.write_text(TEXT.format(python=python, tree=str(Path(__file__).resolve().parents[1])), "utf-8")
    target.chmod(0o755)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
