# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rules of the house, each with its reason, checked over every file that git knows or would know."""

import ast
import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "core",
    "services",
    "offline_cache",
    "i18n",
    "accessibility",
    "ui",
    "kiosk",
    "sandbox",
    "conformance",
    "proof",
    "replay",
)
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "controller"}
LINES = 250
PROGRAM = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        try:
            found.append((path, path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_module_does_one_thing_and_has_two_hundred_and_fifty_lines_at_most() -> None:
    """A longer module holds more than one thing."""
    lines = {named(path): len(path.read_text("utf-8").splitlines()) for path in PROGRAM}
    assert {name: n for name, n in lines.items() if n > LINES} == {}


def test_no_two_files_of_tests_have_the_same_name() -> None:
    # They would be one module to pytest, and the half of the tests that has both could not be collected.
    names = [path.name for path in tracked() if path.name.startswith("test_") and path.suffix == ".py"]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    """Such names say nothing, and everything ends up there."""
    assert not [named(p) for p in tracked() if p.suffix == ".py" and p.stem in DRAWERS]


def test_every_module_carries_its_licence_and_says_what_it_is_for() -> None:
    """Three-line header, then a docstring."""
    for path in PROGRAM:
        text = path.read_text("utf-8")
        assert text.startswith("# SPDX-FileCopyrightText: Civic Kiosk contributors\n#\n# SPDX-License"), (
            named(path)
        )
        assert ast.get_docstring(ast.parse(text)), named(path)


@pytest.mark.parametrize("package", PACKAGES)
def test_top_level_names_resolve_inside_the_repository(package: str) -> None:
    """A package of the same name somewhere on the path would be run in place of ours."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).is_relative_to(ROOT)


FORBIDDEN: tuple[tuple[str, str, str], ...] = (
    (r"\bsetStyleSheet\b", "", "style sheets break font and palette changes (accessibility.md P1)"),
    (
        r"\bQMessageBox\b|\bQFileDialog\b|\bQPrintDialog\b|\bQInputDialog\b",
        "",
        "dialogs are a way out of the kiosk",
    ),
    (r"\bQDesktopServices\b|\bopenUrl\b", "", "opening an address is a way out of the kiosk"),
    (
        r"(?<![\w.])eval\(|(?<![\w.])exec\(",
        "kiosk/session/records.py",
        "text from outside must never become code",
    ),
    (r"\bQLabel\(", "ui/parts/", "labels guess at rich text: use PlainText"),
    (
        r"\bkeyring\.get_keyring\b|\bkeyring\.(set|get)_password\b",
        "",
        "keyring silently falls back to plain files",
    ),
    (
        r"\bimport threading\b|\bThreadPoolExecutor\b|\bQThread\b|\bstart_new_thread\b",
        "kiosk/lanes.py kiosk/session/beside.py offline_cache/keyring_door.py",
        "threads live in one module; a keyring that asks a person gets one to be left behind, a start one for Qt alone",
    ),
    (r"\bQTextToSpeech\b", "", "it stops other programs' voices too (accessibility.md P27)"),
    (
        r"\bQComboBox\b|\bQSpinBox\b|\bQDateEdit\b|\bQSlider\b",
        "",
        "wheel and arrows change their data (P16, P17)",
    ),
    (r"\.clear\(\)\s*#\s*wipe", "", "QLineEdit.clear() can be undone: setText('') or end the process"),
)


@pytest.mark.parametrize(("pattern", "allowed", "reason"), FORBIDDEN)
def test_forbidden_things_stand_nowhere(pattern: str, allowed: str, reason: str) -> None:
    """Each rule carries its reason; `allowed` are the only places where the thing may stand."""
    found = []
    for path in PROGRAM:
        name = named(path)
        if any(name.startswith(place) for place in (*allowed.split(), "sandbox/")):
            continue
        code = "\n".join(line.split("#", 1)[0] for line in path.read_text("utf-8").splitlines())
        code = re.sub(r'"""(?:.|\n)*?"""', "", code)
        if re.search(pattern, code):
            found.append(name)
    assert not found, reason


def test_the_tree_names_no_package_registry_and_no_machine() -> None:
    """A lock or a document must not tie the project to a registry's address or to somebody's folders."""
    registry = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.(org|com)|deb\.deb[i]an\.org")
    machine = re.compile(r"(^|[^A-Za-z0-9_.])/(work|farm|home/[a-z]+)/")
    for path, text in texts():
        assert not registry.search(text), named(path)
        if path != Path(__file__):
            assert not machine.search(text), named(path)


def test_what_runs_is_a_part_of_what_is_checked() -> None:
    """The versions that people run must be the ones that the tests ran on."""
    pins = {}
    for name in ("run.lock", "check.lock"):
        pins[name] = set(
            re.findall(r"^([A-Za-z0-9._-]+==[^ ;\\]+)", (ROOT / "requirements" / name).read_text(), re.M)
        )
    assert pins["run.lock"]
    assert pins["run.lock"] <= pins["check.lock"]


def test_every_pin_has_a_hash() -> None:
    """Without hashes an index could hand out something else under the same version."""
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        entries = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text())
        assert all("--hash=sha256:" in entry for entry in entries if "==" in entry), lock.name
