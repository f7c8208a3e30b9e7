# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the next page needs is loaded while a page is looked at, and a press on it loads nothing any more."""

import json
import os
import subprocess
import sys
from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.visit import pages as p
from kiosk.session.loading_ahead import LISTS, NEXT, QUESTION, SERVICE, LoadingAhead
from tests.support.told import on_service

IN_TURN = """
import json, sys
from PySide6.QtWidgets import QApplication
from core.ids import Language
from kiosk.session.loading_ahead import NEXT
from tests.support.showing import show, turn_to
from ui.registry import screens
import importlib
app = QApplication([])
every = screens(Language("en"))
shown, late = show(every["home"]), {}
for name, following in (("home", "search-found"), ("home", "service"), ("service", "question-text"),
                        ("question-text", "check"), ("check", "sent-sealed")):
    turn_to(shown, every[name])
    for module in NEXT[type(every[name].page)]:
        importlib.import_module(module)
    before = set(sys.modules)
    turn_to(shown, every[following])
    late[following] = sorted(one for one in set(sys.modules) - before if one.startswith("ui.pages."))
print(json.dumps(late))
"""
"""Draws pages one after the other with what was loaded for them, in a process that has loaded nothing else."""


def test_code_and_keys_come_after_the_page_once_and_one_by_one(qtbot: QtBot) -> None:
    done: list[str] = []
    ahead = LoadingAhead(lambda: done.append("keys"), done.append)
    visit = on_service().visit

    ahead.drawn(visit)
    assert done == []
    qtbot.waitUntil(lambda: "keys" in done)
    assert done == [*QUESTION, "keys"]

    qtbot.waitUntil(lambda: not ahead.waits)
    ahead.drawn(visit)
    qtbot.waitUntil(lambda: not ahead.waits)
    assert done == [*QUESTION, "keys", "keys"], "code is loaded once; keys may have to be others"


def test_who_goes_on_at_once_waits_for_nothing(qtbot: QtBot) -> None:
    done: list[str] = []
    ahead = LoadingAhead(lambda: None, done.append)
    visit = on_service().visit

    ahead.drawn(replace(visit, page=p.Home()))
    ahead.drawn(replace(visit, page=p.Welcome()))
    assert not ahead.waits
    ahead.drawn(replace(visit, page=p.Home()))
    qtbot.waitUntil(lambda: not ahead.waits)
    assert done == [*LISTS, *SERVICE]
    ahead.drawn(replace(visit, page=p.Home()))
    assert not ahead.waits
    ahead.drawn(visit)
    ahead.stop()
    assert not ahead.waits


def test_next_page_finds_its_code_loaded() -> None:
    done = subprocess.run(
        (sys.executable, "-c", IN_TURN),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.getcwd()},
        capture_output=True,
        timeout=120,
        check=True,
    )
    late = json.loads(done.stdout.splitlines()[-1])
    assert {name: found for name, found in late.items() if found} == {}
    assert set(NEXT) >= {p.Home, p.AboutService, p.Question, p.Check}
