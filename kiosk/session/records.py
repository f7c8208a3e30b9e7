# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps compiled what `dataclasses` writes as text, and compiles, for every record at every start (DECISIONS.md 58).

What is kept is found by the text itself: for any other text, and by any other Python, it is compiled as ever.
`python -m kiosk.session.records` writes it anew, as `make run` does.
"""

import builtins
import dataclasses
import importlib
import marshal
import os
import sys
from collections.abc import Mapping
from typing import Any, Final

KEPT: Final = os.path.join(os.path.dirname(__file__), "__pycache__", "records.kept")
"""Beside the bytecode of our modules, which is trusted in the same way."""

FIRST: Final = "kiosk.session.starting"
"""With this module everything is loaded that the first picture needs."""

BYTECODE: Final = sys.implementation.cache_tag
"""By this name Python tells its bytecode from that of other versions."""

Names = dict[str, Any]


def kept(path: str = KEPT) -> Mapping[str, bytes]:
    """Code by its text, as `marshal` writes it; nothing where nothing was kept, or by another Python."""
    try:
        with open(path, "rb") as file:
            bytecode, found = marshal.load(file)
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if bytecode == BYTECODE and isinstance(found, dict) else {}


def use_kept(path: str = KEPT) -> None:
    """Have `dataclasses` run what is kept in the place of its text, from now on."""
    known = kept(path)

    def run(text: str, names: Names, found: Names) -> None:
        code = known.get(text)
        exec(text if code is None else marshal.loads(code), names, found)

    if known:
        _run_by(run)


def keep(path: str = KEPT) -> None:
    """Load what the first picture needs, and write down what `dataclasses` compiles for it. For a new process."""
    found: dict[str, bytes] = {}

    def run(text: str, names: Names, into: Names) -> None:
        code = compile(text, "<string>", "exec")
        found[text] = marshal.dumps(code)
        exec(code, names, into)

    _run_by(run)
    importlib.import_module(FIRST)
    _run_by(builtins.exec)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(f"{path}.new", "wb") as file:
        marshal.dump((BYTECODE, found), file)
    os.replace(f"{path}.new", path)


def _run_by(run: Any) -> None:
    """What `dataclasses` means by `exec`: it has the built-in one, and no way to give it another."""
    vars(dataclasses)["exec"] = run


if __name__ == "__main__":
    keep()
