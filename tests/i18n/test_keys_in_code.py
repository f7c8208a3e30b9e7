# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key that the program uses exists, and every key that exists is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.catalogues import by_key

ROOT = Path(__file__).parents[2]
PACKAGES = ("core", "services", "offline_cache", "i18n", "accessibility", "ui", "kiosk")
CERTAIN = re.compile(r"(?:trouble|seal|problem)\.[a-z_]+(?:\.[a-z_]+)*")
"""Literals of this shape are always keys, wherever they stand."""

LOOKS_LIKE_A_KEY = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)+")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def pattern_of(node: ast.JoinedStr) -> str:
    """A formatted string as a regular expression: what is filled in may be anything."""
    parts = [
        re.escape(part.value)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        else r"[a-z0-9_.-]+"
        for part in node.values
    ]
    return "".join(parts)


def asked_for(tree: ast.Module) -> Iterator[ast.expr]:
    """The first argument of every `.text(…)`, `.plural(…)` and `.has(…)`."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("text", "plural", "has")
            and node.args
        ):
            yield node.args[0]


def test_every_key_that_is_asked_for_exists() -> None:
    keys = set(by_key("en"))
    missing: set[tuple[str, str]] = set()
    for name, tree in trees():
        for argument in asked_for(tree):
            for asked in _branches(argument):
                if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
                    if LOOKS_LIKE_A_KEY.fullmatch(asked.value) and asked.value not in keys:
                        missing.add((name, asked.value))
                elif isinstance(asked, ast.JoinedStr) and not any(
                    re.fullmatch(pattern_of(asked), key) for key in keys
                ):
                    missing.add((name, pattern_of(asked)))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and CERTAIN.fullmatch(node.value)
                and node.value not in keys
            ):
                missing.add((name, node.value))
    assert not missing


def test_every_key_that_exists_is_used() -> None:
    unused = set(by_key("en"))
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                unused.discard(node.value)
            elif isinstance(node, ast.JoinedStr):
                pattern = pattern_of(node)
                if re.match(r"[a-z_]+\\\.", pattern):
                    unused -= {key for key in unused if re.fullmatch(pattern, key)}
    assert not unused


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node
