# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The converting process cannot write, connect or start anything, and still converts."""

from pathlib import Path

import pytest

from tests.support.confined import run

TRIALS = {  # each raises OSError where it is refused
    "file": "open('made', 'w')",
    "more of a file": "os.write(os.open('there', os.O_RDONLY), b'x')",
    "network": "socket.socket()",
    "program": "os.execv('/bin/true', ['true'])",
}
CODE = """
import os, socket, sys
from kiosk.typing.confinement import confine
from tests.support.confined import run
assert confine()
try:
    {trial}
except OSError as refused:
    sys.exit(0)
sys.exit(3)
"""


@pytest.mark.requirement("PRV-02", part="the process that converts readings writes nothing")
@pytest.mark.parametrize("name", TRIALS)
def test_what_is_given_up_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").write_text("")
    assert run(CODE.format(trial=TRIALS[name]), tmp_path) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there"]


def test_without_confinement_the_same_is_possible(tmp_path: Path) -> None:
    """Shows that the trials would notice."""
    assert run(CODE.format(trial="open('made', 'w')").replace("assert confine()", ""), tmp_path) == 3
    assert run(CODE.format(trial="socket.socket()").replace("assert confine()", ""), tmp_path) == 3


def test_an_unknown_machine_says_that_it_has_no_filter(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom kiosk.typing.confinement import confine\nsys.exit(0 if not confine('vax') else 3)"
    )
    assert run(code, tmp_path) == 0
