# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a machine for everybody no letter goes to the desktop's input method; at home its owner's is used (PRV-03)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.early import serves_everybody
from kiosk.profile.file import SHIPPED, load
from kiosk.profile.model import Profile
from tests.support.processes import ROOT

DESKTOP = {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "wayland;ibus", "QT_QPA_PLATFORM": "offscreen"}
"""What a desktop with ibus gives to every program."""

WRITES = """
import sys
from kiosk import early
if early.serves_everybody(sys.argv[1]):
    early.keep_off_input_methods()
from kiosk.session.application import begin
application = begin()
from PySide6.QtWidgets import QLineEdit
field = QLineEdit()
field.show()
field.setFocus()
application.processEvents()
loaded = open("/proc/self/maps").read()
print(*sorted(name for name in ("compose", "ibus") if f"lib{name}platforminputcontext" in loaded))
"""


@pytest.mark.requirement("PRV-03", part="no letter goes to the platform's input method")
@pytest.mark.parametrize(("profile", "uses"), [("town-hall-kiosk", "compose"), ("home", "ibus")])
def test_only_at_home_is_the_desktops_input_method_used(profile: str, uses: str) -> None:
    done = subprocess.run(
        (sys.executable, "-c", WRITES, profile),
        cwd=ROOT,
        env={**os.environ, **DESKTOP},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.split() == [uses]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_a_look_at_a_profile_tells_what_reading_it_tells(path: Path) -> None:
    read = load(path.stem)
    assert isinstance(read, Profile)
    assert serves_everybody(path.stem) is serves_everybody(str(path)) is not read.at_home


def test_what_cannot_be_read_serves_everybody(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    assert serves_everybody(str(tmp_path / "bad.toml"))
    assert serves_everybody(str(tmp_path / "none.toml"))
