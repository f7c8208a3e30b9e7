# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What SECURITY.md names as a test is one, every promise that can be run stands against an attack, and files exist."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import offline_cache
from kiosk import paper_left
from kiosk.bundles import home as bundles
from offline_cache import epoch_keys, outbox
from proof.promises import PROMISES

ROOT = Path(__file__).parents[2]
RUNNABLE = {one.id for one in PROMISES if one.module}
OWN_WORDS = {"make bench"}
MODULES = (import_module(f"offline_cache.{one.name}") for one in pkgutil.iter_modules(offline_cache.__path__))
STORED = {
    *(module.FILE_NAME for module in MODULES if hasattr(module, "FILE_NAME")),
    outbox.SPOOL_NAME,
    epoch_keys.FOLDER_NAME,
    bundles.FOLDER,
    "settings.json",
    paper_left.FILE,
}
"""Every file of a store, also of one that is added tomorrow, and what else lies beside them."""


def rows(file: str, heading: str) -> list[list[str]]:
    section = (ROOT / file).read_text("utf-8").partition(f"## {heading}")[2].partition("\n## ")[0]
    cells = [re.split(r"\s*\|\s*", line.strip("| ")) for line in section.splitlines() if line.startswith("|")]
    return cells[2:]


def test_every_attack_names_proofs_and_tests_that_exist() -> None:
    tests = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    for attack, against, shown in rows("SECURITY.md", "Attacks"):
        named = set(re.findall(r"`([^`]+)`", shown)) - OWN_WORDS
        promised = set(re.findall(r"\b[A-Z]\d+[A-Z]?\b", shown))
        assert against, attack
        assert named or promised, attack
        assert named <= tests, (attack, named - tests)
        assert promised <= RUNNABLE, (attack, promised - RUNNABLE)


def test_every_promise_that_can_be_run_stands_against_an_attack() -> None:
    shown = " ".join(row[-1] for row in rows("SECURITY.md", "Attacks"))
    assert {one for one in RUNNABLE if not re.search(rf"\b{one}\b", shown)} == set()


def test_what_the_privacy_table_says_is_kept_is_kept_under_that_name() -> None:
    table = rows("README.md", "Privacy")
    assert all(len(row) == 5 and all(row) for row in table)
    places = " ".join(row[1] for row in table) + (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`~/([a-z.-]+)`", places))
    assert named == STORED
