# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which functions of the program turn bytes or words into values, and which of them a fuzz target runs."""

import ast
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Final

from tests.support.damaged_answers import mutated
from tests.support.fuzz_targets import Target

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("core", "services", "offline_cache", "kiosk", "accessibility", "i18n", "ui")
OF_MODULES: Final[Mapping[str, frozenset[str]]] = {
    "json": frozenset({"loads", "load"}),
    "tomllib": frozenset({"loads", "load"}),
    "etree": frozenset({"fromstring", "XML", "parse", "iterparse", "XMLParser"}),
    "base64": frozenset(
        {"b64decode", "urlsafe_b64decode", "b32decode", "b16decode", "b85decode", "a85decode"}
    ),
    "zlib": frozenset({"decompress", "decompressobj"}),
    "gzip": frozenset({"decompress", "open"}),
    "csv": frozenset({"reader", "DictReader"}),
    "zipfile": frozenset({"ZipFile"}),
    "wave": frozenset({"open"}),
    "pickle": frozenset({"load", "loads"}),
    "QImage": frozenset({"fromData"}),
}
OF_ANYTHING: Final = frozenset(
    {"unpack", "unpack_from", "iter_unpack", "from_bytes", "fromhex", "raw_decode"}
)
BY_NAME: Final = frozenset({"QImageReader", "QSvgRenderer", "JSONDecoder", "XMLParser", "QXmlStreamReader"})
"""The calls by which bytes become values, in whatever module they stand."""

MUTATIONS: Final = 30
Place = tuple[str, int]
"""A function: its file, and the line on which its code begins (that of its first decorator)."""


def reading(source: str, file: str) -> dict[Place, str]:
    """The functions of a module that read bytes, with their names; line 0 is the module itself."""
    return dict(_found(ast.parse(source), file, (file, 0), "<module>"))


def all_reading() -> dict[Place, str]:
    """Those of the whole program."""
    found: dict[Place, str] = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            found |= reading(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    return found


def run_by(targets: Mapping[str, Target]) -> set[Place]:
    """The functions that run while each target is given its seeds and some damaged ones."""
    seen: set[Place] = set()

    def note(frame: FrameType, event: str, argument: object) -> None:
        del argument
        if event == "call":
            seen.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    for name, target in targets.items():
        chance = random.Random(name)
        damaged = [mutated(chance, chance.choice(target.seeds)) for _ in range(MUTATIONS)]
        sys.setprofile(note)
        try:
            for one in (*target.seeds, *damaged):
                target.parse(one)
        finally:
            sys.setprofile(None)
    return {(_inside(file), line) for file, line in seen}


def _inside(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else file


def _found(tree: ast.AST, file: str, place: Place, name: str) -> Iterator[tuple[Place, str]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            yield from _found(node, file, (file, first), node.name)
            continue
        if isinstance(node, ast.Call) and _reads(node.func):
            yield place, f"{file}:{name}"
        yield from _found(node, file, place, name)


def _reads(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in BY_NAME
    if not isinstance(called, ast.Attribute):
        return False
    return called.attr in OF_ANYTHING or called.attr in OF_MODULES.get(_last(called.value), ())


def _last(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case _:
            return ""
