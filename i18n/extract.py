# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the message keys in the program's code: `python -m i18n.extract FILE` writes them as a template.

The walk over the files is Babel's; what a key is in our code is told by `keys_in`. A key that is put together
while the program runs (`f"pace.{name}"`) is kept as a pattern, with `*` for what is filled in.
"""

import ast
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

PROGRAM: Final = Path(__file__).parents[1]
PACKAGES: Final = ("core", "services", "offline_cache", "i18n", "accessibility", "ui", "kiosk")

_ASKING = ("text", "plural", "has")
_CERTAIN = re.compile(r"(?:trouble|seal|problem)\.[a-z_]+(?:\.[a-z_]+)*")
"""Literals of this shape are always keys, wherever they stand."""

_KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)+")
_PATTERN = re.compile(r"[a-z_]+\.")
_ANYTHING = "*"

_MENTIONED = "mentioned"
_Found = tuple[int, str, str | tuple[str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the code something stands."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Uses:
    """The keys that code asks for with their places, and every other literal that may be one."""

    asked: Mapping[str, tuple[Place, ...]]
    mentioned: Mapping[str, tuple[Place, ...]]

    def missing(self, keys: Collection[str]) -> dict[str, Place]:
        """What the code asks for and no catalogue has: a key, or a pattern that no key fits."""
        return {asked: places[0] for asked, places in self.asked.items() if not any(_fitting(asked, keys))}

    def unused(self, keys: Iterable[str]) -> set[str]:
        """The keys that nothing in the code names."""
        left = set(keys)
        for used in (*self.asked, *self.mentioned):
            left -= set(_fitting(used, left))
        return left

    def places(self, key: str) -> tuple[Place, ...]:
        """Where a key is named."""
        named = (self.asked, self.mentioned)
        return tuple(
            place
            for table in named
            for used, places in table.items()
            if any(_fitting(used, (key,)))
            for place in places
        )


def _fitting(used: str, keys: Collection[str]) -> Iterator[str]:
    if _ANYTHING not in used:
        return iter((used,) if used in keys else ())
    expression = re.compile("[a-z0-9_.-]+".join(map(re.escape, used.split(_ANYTHING))))
    return (key for key in keys if expression.fullmatch(key))


def keys_in(
    file: IO[bytes], keywords: object = None, comment_tags: object = None, options: object = None
) -> Iterator[_Found]:
    """An extraction method of Babel: line, function, the key or pattern, no comments.

    What is only mentioned somewhere, and may be a key, has `mentioned` as its gettext context.
    """
    del keywords, comment_tags, options
    tree = ast.parse(file.read())
    asked = {id(node) for argument in _arguments(tree) for node in _branches(argument)}
    for node in ast.walk(tree):
        written = _written(node)
        if written is None:
            continue
        certain = id(node) in asked or _CERTAIN.fullmatch(written) is not None
        if certain and (_ANYTHING in written or _KEY.fullmatch(written)):
            yield getattr(node, "lineno", 0), "asked", written, []
        elif _KEY.fullmatch(written) or (_ANYTHING in written and _PATTERN.match(written)):
            yield getattr(node, "lineno", 0), _MENTIONED, (_MENTIONED, written), []


def _arguments(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _ASKING
            and node.args
        ):
            yield node.args[0]


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _written(node: ast.AST) -> str | None:
    """A literal, or a formatted literal with `*` for each value; None for everything else."""
    match node:
        case ast.Constant(value=str() as value) if _ANYTHING not in value:
            return value
        case ast.JoinedStr(values=parts):
            return "".join(
                part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else _ANYTHING
                for part in parts
            )
        case _:
            return None


def uses(root: Path = PROGRAM, packages: Iterable[str] = PACKAGES) -> Uses:
    """Every key in the code below `root`."""
    asked: dict[str, tuple[Place, ...]] = {}
    mentioned: dict[str, tuple[Place, ...]] = {}
    for package in packages:
        walked = extract_from_dir(
            root / package,
            method_map=[("**.py", "i18n.extract:keys_in")],
            keywords={"asked": None, _MENTIONED: ((1, "c"), 2)},
        )
        for name, line, key, _comments, context in walked:
            table = asked if context is None else mentioned
            table[str(key)] = (*table.get(str(key), ()), Place(f"{package}/{name}", line))
    return Uses(asked, mentioned)


def template(found: Uses, keys: Collection[str]) -> bytes:
    """The keys as a gettext template (.pot) with their places. A pattern stands for the keys that fit it."""
    made = Catalog(charset="utf-8")
    named = {one for used in (*found.asked, *found.mentioned) for one in _fitting(used, keys)}
    for key in sorted(named | {asked for asked in found.asked if _ANYTHING not in asked}):
        places = sorted({(place.file, place.line) for place in found.places(key)})
        made.add(key, locations=places)
    file = BytesIO()
    write_po(file, made, omit_header=True, width=10_000)
    return file.getvalue()


def main(target: Path) -> int:
    """Write the template. Returns the exit status."""
    from i18n.entries import read_entries
    from i18n.languages import language_info

    keys = {entry.key for entry in read_entries(language_info("en"))}
    found = uses()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(template(found, keys))
    missing, unused = found.missing(keys), found.unused(keys)
    sys.stdout.write(f"{target}: {len(keys)} keys, {len(missing)} missing, {len(unused)} not used\n")
    return 1 if missing or unused else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
