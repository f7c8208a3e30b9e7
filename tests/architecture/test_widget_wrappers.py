# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's own widgets stand behind our wrappers, which show plain text, open nothing and take no drops."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [path for package in ("accessibility", "ui", "kiosk") for path in (ROOT / package).rglob("*.py")]

WRAPPERS: dict[str, frozenset[str]] = {
    "QLabel": frozenset({"ui/parts/text.py", "ui/parts/progress.py", "ui/parts/field_label.py"}),
    "QLineEdit": frozenset({"ui/parts/field.py"}),
    "QPlainTextEdit": frozenset({"ui/fields/lines_edit.py"}),
    "QAbstractButton": frozenset({"ui/parts/control.py"}),
    "QFrame": frozenset(),
    "QMainWindow": frozenset({"ui/shell.py"}),
    "QAccessibleWidget": frozenset({"ui/accessible_roles.py"}),
}
"""Each class of Qt's with text, presses or a frame, and where alone it may be made or made into another."""

BARE = frozenset({"QWidget", "QApplication", "QSizePolicy"})
"""What shows no text of its own and can be pressed nowhere."""

MODULES = frozenset({"QtCore", "QtGui", "QtWidgets", "QtDBus", "QtMultimedia", "QtSvg"})
"""No web engine, no print dialogs, no QML, no designer files."""


def used(source: str, name: str) -> Iterator[str]:
    """Everything in a module that goes around the wrappers."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == "PySide6":
                part = module.partition(".")[2]
                if part not in MODULES:
                    yield f"{name}:{node.lineno} imports from {module}"
                if part == "QtWidgets":
                    for one in node.names:
                        if one.asname or one.name not in WRAPPERS.keys() | BARE:
                            yield f"{name}:{node.lineno} imports {one.name}"
            case ast.Import(names=names):
                for one in names:
                    if one.name.startswith("PySide6") and one.name != "PySide6.QtCore":
                        yield f"{name}:{node.lineno} imports the whole of {one.name}"
            case ast.Call(func=ast.Name(id=made)) if name not in WRAPPERS.get(made, {name}):
                yield f"{name}:{node.lineno} makes a {made}"
            case ast.ClassDef(bases=bases):
                for base in bases:
                    if isinstance(base, ast.Name) and name not in WRAPPERS.get(base.id, {name}):
                        yield f"{name}:{node.lineno} is a {base.id}"
            case _:
                pass


@pytest.mark.requirement("E-10", part="dialogs of Qt are forbidden")
def test_no_widget_of_qt_goes_around_its_wrapper() -> None:
    found = [
        fault for path in PROGRAM for fault in used(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QPushButton",
        "from PySide6.QtWidgets import QTextBrowser",
        "from PySide6.QtWidgets import QLabel as Text",
        "from PySide6.QtWidgets import QLabel\nlabel = QLabel('x')",
        "from PySide6.QtWidgets import QLineEdit\nclass Own(QLineEdit):\n    pass",
        "from PySide6.QtPrintSupport import QPrinter",
        "from PySide6.QtWebEngineWidgets import QWebEngineView",
        "import PySide6.QtWidgets",
        "import PySide6.QtWidgets as w",
    ],
)
def test_each_way_around_a_wrapper_is_seen(source: str) -> None:
    assert list(used(source, "ui/pages/some.py"))


def test_what_only_asks_for_a_class_is_fine() -> None:
    source = "from PySide6.QtWidgets import QLabel, QWidget\nfound = isinstance(QWidget(), QLabel)"
    assert not list(used(source, "ui/pages/some.py"))
