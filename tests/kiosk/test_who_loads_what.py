# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each process of the running program holds on the home screen, day and night: megabytes, told by their names.

How many there are is the bench's business; which libraries nobody needs there is decided here.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0

ROLES = {
    "supervisor": "kiosk.supervisor",
    "session": "kiosk.session.assembly",
    "spare session": "kiosk.session.assembly",
    "courier": "kiosk.courier.process",
}
"""Each with what shows that it is the one, and at work."""

COMMAND_LINE = ("typer", "pydantic", "argon2", "keyring", "platformdirs", "kiosk.command_line.commands")
FORMS_AND_TEXTS = ("lxml", "regex", "jsonschema", "phonenumbers", "babel", "tomlkit", "core.forms.xforms")
NOT_LOADED = {
    "supervisor": (
        *COMMAND_LINE,
        *FORMS_AND_TEXTS,
        "PySide6",
        "apsw",
        "core.forms",
        "core.visit",
        "cryptography",
        "email",
        "filelock",
        "i18n",
        "importlib.metadata",
        "inspect",
        "kiosk.profile",
        "kiosk.staff.keeping",
        "kiosk.store_access",
        "kiosk.store_key",
        "offline_cache.database",
        "services",
        "ui",
    ),
    "courier": (*COMMAND_LINE, "PySide6", "cryptography", "accessibility.qt", "babel", "jsonschema", "ui"),
    "session": (
        *(name for name in COMMAND_LINE if name != "platformdirs"),
        *FORMS_AND_TEXTS,
        "cryptography",
        "httpx2",
        "kiosk.supervisor",
        "services",
        "ssl",
    ),
}
NOT_LOADED["spare session"] = NOT_LOADED["session"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, set[str]]]:
    """What the processes of a real run have loaded once its spare is there."""
    folder = tmp_path_factory.mktemp("told")
    said = folder / "log"
    with said.open("wb") as log:
        program = subprocess.Popen(
            (sys.executable, "-m", "tests.support.loaded_modules", "kiosk", "run", "--key", "memory"),
            cwd=ROOT,
            stderr=log,
            env={
                **os.environ,
                "TOLD": str(folder),
                "QT_QPA_PLATFORM": "offscreen",
                "KIOSK_LOG": "INFO",
            },
        )
    deadline = time.monotonic() + PATIENCE
    found: dict[str, set[str]] = {}
    try:
        while not all(ROLES[role] in found.get(role, ()) for role in ROLES):
            assert time.monotonic() < deadline, (sorted(found), said.read_text())
            assert program.poll() is None, said.read_text()
            numbers = re.findall(r"(session|courier) started, pid (\d+)", said.read_text())
            sessions = [int(pid) for role, pid in numbers if role == "session"]
            couriers = [int(pid) for role, pid in numbers if role == "courier"]
            if len(sessions) == 2 and couriers:
                pids = dict(zip(ROLES, (program.pid, *sessions, couriers[0]), strict=True))
                found = {role: asked(folder, pid, deadline) for role, pid in pids.items()}
            time.sleep(0.3)
        yield found
    finally:
        program.terminate()
        program.wait(PATIENCE)


def asked(folder: Path, pid: int, deadline: float) -> set[str]:
    """What one process says of itself; nothing before it can be asked."""
    caught = re.search(r"^SigCgt:\s*(\w+)", Path(f"/proc/{pid}/status").read_text(), re.M)
    assert caught is not None
    if not int(caught[1], 16) >> (signal.SIGUSR2 - 1) & 1:
        return set()
    answer = folder / str(pid)
    answer.unlink(missing_ok=True)
    os.kill(pid, signal.SIGUSR2)
    while not answer.exists():
        assert time.monotonic() < deadline, f"{pid} did not answer"
        time.sleep(0.05)
    return set(answer.read_text().split())


@pytest.mark.parametrize("role", ROLES)
def test_a_process_holds_nothing_that_it_does_not_need_on_the_home_screen(
    loaded: dict[str, set[str]], role: str
) -> None:
    names = NOT_LOADED[role]
    too_much = [one for one in loaded[role] if one in names or one.startswith(tuple(f"{n}." for n in names))]
    assert sorted(too_much) == []
