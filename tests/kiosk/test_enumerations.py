# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's enumerations, made quickly, are those that `enum` makes."""

import enum
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from kiosk.session import enumerations

QUICKLY = "from kiosk.session.enumerations import make_quickly; make_quickly()"

ALL = """
import enum, json, pickle
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

def tried(do, *values):
    try:
        return repr(do(*values))
    except (TypeError, ValueError, LookupError, AttributeError, pickle.PickleError) as error:
        return repr(error)

def told(made):
    members = list(made.__members__.items())
    first, last = members[0][1], members[-1][1]
    return [
        repr(made), str(made), made.__module__, made.__qualname__, [repr(one) for one in made.__mro__],
        [(name, repr(one), str(one), format(one), one.name, one.value, one._sort_order_, hash(one) == hash(one.name))
         for name, one in members],
        [repr(one) for one in made], [repr(one) for one in reversed(made)], len(made), sorted(dir(made)),
        sorted(vars(made)), [sorted(vars(one)) for one in made], [type(one) is made for one in made],
        sorted((k, v) for k, v in vars(made).items() if isinstance(v, int | str) and not isinstance(v, made)),
        [tried(made, one.value) for one in made], tried(made, 123_456), tried(made, "no"), tried(lambda: made["no"]),
        tried(lambda: made(first.value) is first), tried(lambda: pickle.loads(pickle.dumps(last)) is last),
        tried(lambda: first | last), tried(lambda: first & last), tried(lambda: first ^ last), tried(lambda: ~last),
        tried(lambda: list(first | last)), tried(lambda: first in last), tried(lambda: first < last),
        tried(lambda: int(last)), bool(first), tried(lambda: setattr(made, members[0][0], 1)),
        tried(lambda: type("More", (made,), {})),
    ]

def inside(holder, path, found):
    for name, one in list(vars(holder).items()):
        if isinstance(one, enum.EnumType) and one.__members__:
            found[f"{path}.{name}"] = told(one)
        elif isinstance(one, type) and f"{path}.{name}" == f".{one.__qualname__}":
            inside(one, f"{path}.{name}", found)

found = {}
for module in (QtCore, QtGui, QtWidgets, QtSvg):
    for name in dir(module):
        getattr(module, name)
    of_module = {}
    inside(module, "", of_module)
    found[module.__name__] = of_module
print(json.dumps(found))
"""


def every_enumeration(before: str) -> Any:
    done = subprocess.run(
        (sys.executable, "-c", before + ALL),
        env={**os.environ, "PYTHONPATH": os.getcwd(), "PYTHONHASHSEED": "0"},
        capture_output=True,
        timeout=160,
        check=True,
    )
    return json.loads(done.stdout)


def test_every_enumeration_of_qt_is_what_it_would_be() -> None:
    usual, quick = every_enumeration(""), every_enumeration(QUICKLY)
    assert len(usual["PySide6.QtCore"]) > 150
    for module, of_module in usual.items():
        assert quick[module].keys() == of_module.keys()
        for name, told in of_module.items():
            assert quick[module][name] == told, f"{module}{name}"


@pytest.fixture
def made_quickly(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what was made quickly, while that is so."""
    made: list[str] = []
    usual = enumerations._Kind.made
    monkeypatch.setattr(enumerations, "_kinds", {})
    monkeypatch.setattr(enum.EnumType, "_create_", vars(enum.EnumType)["_create_"])
    enumerations.make_quickly()

    def noted(self: enumerations._Kind, name: str, pairs: enumerations.Pairs, module: str) -> Any:
        made.append(name)
        return usual(self, name, pairs, module)

    monkeypatch.setattr(enumerations._Kind, "made", noted)
    return made


def test_what_this_python_makes_is_known(made_quickly: list[str]) -> None:
    assert set(enumerations._kinds) == set(enumerations.BASES)
    base: Any = enum.Enum
    colour = base("Colour", [("Red", 1), ("Green", 2)], boundary=enum.KEEP)
    assert made_quickly == ["Colour"]
    assert [one.name for one in colour] == ["Red", "Green"]
    assert colour.__module__ == __name__


@pytest.mark.parametrize(
    ("base", "names"),
    [
        (enum.Enum, "RED GREEN"),
        (enum.Enum, [("name", 1), ("b", 2)]),
        (enum.Enum, [("A", "text")]),
        (enum.IntEnum, [("A", True)]),
        (enum.IntEnum, [("real", 1)]),
        (enum.IntEnum, [("_a", 1)]),
        (enum.IntFlag, [("A", 1), ("None_", -1)]),
        (enum.StrEnum, [("A", "a")]),
    ],
)
def test_what_is_out_of_the_ordinary_is_made_as_usual(base: Any, names: Any, made_quickly: list[str]) -> None:
    found = base("Odd", names, boundary=enum.KEEP)
    assert made_quickly == []
    assert found.__module__ == __name__


def test_a_name_given_twice_is_refused(made_quickly: list[str]) -> None:
    base: Any = enum.Enum
    with pytest.raises(TypeError):
        base("Twice", [("A", 1), ("A", 2)], boundary=enum.KEEP)
    with pytest.raises(ValueError, match="mro"):
        base("Order", [("mro", 1)], boundary=enum.KEEP)
    assert made_quickly == []


def test_a_python_that_makes_them_otherwise_goes_on_doing_so(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = enumerations._usual

    def otherwise(cls: Any, name: str, *rest: Any, **options: Any) -> Any:
        made = usual(cls, name, *rest, **options)
        type.__setattr__(made, "_new_in_this_version_", [])
        return made

    monkeypatch.setattr(enumerations, "_usual", otherwise)
    assert not any(enumerations._Kind(base).known for base in enumerations.BASES)
