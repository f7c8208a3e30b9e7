# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python and PySide6 loaded quickly are the same as loaded in the usual way, and what can wait waits."""

import importlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bench.cold import as_delivered
from kiosk.session.later import Later, loaded_later
from kiosk.session.quickly import FOR_MISTAKES

QUICKLY = "from kiosk.session.quickly import load_quickly; load_quickly()"

WAITING = """
import builtins, sys
from kiosk.session.later import Later
print(builtins.__import__, *sorted(n for n, m in sys.modules.items() if type(m) is Later))
"""

MISTAKES = """
import inspect, tempfile, traceback, zipfile
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor, QPainter
for wrong in (lambda: QObject().setObjectName(5), lambda: QRect(1, "a"), lambda: QColor().no, lambda: QPainter(1)):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as mistake:
        print(*traceback.format_exception_only(mistake), sep="")
from PySide6.support.signature import get_signature
print(get_signature(QObject.setObjectName), get_signature(QPainter.drawText), QPainter.drawText.__doc__)
print(inspect.getsource(zipfile.ZipFile.namelist), tempfile.gettempprefix(), inspect.signature(zipfile.main))
from PySide6.support.signature.parser import EnumSelect
from PySide6.support.signature.lib import enum_sig, pyi_generator
print(EnumSelect.SELECTION, pyi_generator.Formatter.__mro__, enum_sig.HintingEnumerator)
"""


def said(program: str, path: str = "") -> str:
    done = subprocess.run(
        (sys.executable, "-c", program),
        env={**os.environ, "PYTHONPATH": f"{path}{os.getcwd()}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert not done.stderr
    return done.stdout


def test_what_only_a_mistake_needs_is_not_loaded() -> None:
    waiting = said(QUICKLY + WAITING).split()
    assert waiting[:3] == ["<built-in", "function", "__import__>"]
    support = [name for name in FOR_MISTAKES if name.startswith("shibokensupport.")]
    assert {"inspect", "traceback", "zipfile", *support} <= set(waiting)


@pytest.mark.parametrize("delivered", [False, True])
def test_mistakes_are_told_as_they_are_told_without_haste(delivered: bool, tmp_path: Path) -> None:
    path = f"{as_delivered(tmp_path)}:" if delivered else ""
    assert said(QUICKLY + MISTAKES, path) == said(MISTAKES, path)


def test_a_module_runs_once_when_it_is_first_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_one.py").write_text("import time\ntime.sleep(0.05)\nran = [1]\ncount = len(ran)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with loaded_later("slow_one", "there_is_none"):
        slow_one = importlib.import_module("slow_one")
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module("there_is_none")
    monkeypatch.delitem(sys.modules, "slow_one")
    assert type(slow_one) is Later
    assert not hasattr(slow_one, "__path__")
    assert type(slow_one) is Later
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(slow_one.count)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1, 1, 1, 1]
    assert type(slow_one) is not Later
    with pytest.raises(AttributeError, match="slow_one"):
        _ = slow_one.nothing
