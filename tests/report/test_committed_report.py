# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The committed report says what its results say, and its results name tests that exist and cover what they claim."""

import ast
from pathlib import Path

import pytest

from conformance.__main__ import FOLDER, MACHINE, ROOT, pages
from conformance.evidence import read
from conformance.requirements import known
from tests.support.checks.check import CHECKS
from tests.support.checks.known import KNOWN

SHOWN = read(FOLDER / "results.json")


@pytest.mark.parametrize("name", ["openacr.yaml", "README.md", "results.json", MACHINE])
def test_the_report_is_what_its_results_make_it(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == pages(SHOWN)[name], "run `make acr`"


def _covered_by(file: Path, function: str) -> set[str]:
    """The requirements that a test function is marked with, itself or through its module."""
    tree = ast.parse(file.read_text("utf-8"))
    marked: set[str] = set()
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(ast.unparse(t) == "pytestmark" for t in node.targets):
            marked |= _ids(node.value)
    assert function in functions, f"{file}: no test {function}"
    for decorator in functions[function].decorator_list:
        marked |= _ids(decorator)
        # Marks of single cases, where a function of the module makes the cases.
        for name in ast.walk(decorator):
            if isinstance(name, ast.Name) and name.id in functions:
                marked |= _ids(functions[name.id])
    return marked


def _marks(node: ast.AST) -> list[ast.Call]:
    return [
        call
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.requirement"
    ]


def _ids(node: ast.AST) -> set[str]:
    return {
        argument.value
        for call in _marks(node)
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def _parts_of_tests() -> set[tuple[str, str]]:
    """Requirement and part, as any test or check names them."""
    named = {(name, check.part) for check in CHECKS.values() for name in check.requirements}
    for file in (ROOT / "tests").rglob("test_*.py"):
        for call in _marks(ast.parse(file.read_text("utf-8"))):
            parts = [word.value for word in call.keywords if isinstance(word.value, ast.Constant)]
            named |= {(name, str(part.value)) for part in parts for name in _ids(call)}
    return named


def test_every_part_that_a_requirement_needs_is_the_part_of_some_test() -> None:
    """A part whose name no test has could never be shown."""
    needed = {(one.id, part) for one in known().values() for part in one.parts}
    assert needed - _parts_of_tests() == set()


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_every_proof_that_the_report_names_exists_and_covers_the_requirement(name: str) -> None:
    evidence = SHOWN[name]
    for proof in evidence.shown | set(evidence.partly):
        if proof in CHECKS:
            assert name in CHECKS[proof].requirements, proof
        else:
            file, _, function = proof.partition("::")
            assert name in _covered_by(ROOT / file, function), proof


def test_every_known_fault_stands_in_the_report() -> None:
    told = {(name, gap) for name, evidence in SHOWN.items() for gap in evidence.gaps}
    assert [one.reason for one in KNOWN if (one.requirement, one.reason) not in told] == []
