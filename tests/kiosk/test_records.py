# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records made of what is kept are those that `dataclasses` makes, and whatever is not kept is made as ever."""

import dataclasses
import json
import marshal
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.session import records
from kiosk.session.records import BYTECODE, KEPT, kept, use_kept

TOLD = """
import builtins, dataclasses, json, sys
compiled = []
def counted(text, names, found):
    compiled.append(text)
    exec(text, names, found)
if sys.argv[1]:
    from kiosk.session.records import kept, use_kept
    use_kept(sys.argv[1])
    known = kept(sys.argv[1])
    run = dataclasses.exec
    def noted(text, names, found):
        if text not in known:
            compiled.append(text)
        run(text, names, found)
    dataclasses.exec = noted
else:
    dataclasses.exec = counted
from kiosk.session import starting

def told(value):
    if hasattr(value, "co_code"):
        names = [name for name in dir(value) if name.startswith("co_") and not callable(getattr(value, name))]
        return [[name, told(getattr(value, name))] for name in names]
    return [told(one) for one in value] if isinstance(value, tuple) else repr(value)

def named(value):
    return getattr(value, "__qualname__", None) or repr(value)

found = {}
for module in list(sys.modules.values()):
    for record in list(vars(module).values()) if type(module).__name__ == "module" else ():
        if isinstance(record, type) and dataclasses.is_dataclass(record):
            found[f"{record.__module__}.{record.__qualname__}"] = [
                [name, told(one.__code__), [named(value) for value in one.__defaults__ or ()],
                 one.__qualname__, one.__module__, sorted(map(str, one.__annotations__)),
                 one.__globals__ is vars(sys.modules[one.__module__]),
                 [type(cell.cell_contents).__name__ for cell in one.__closure__ or ()]]
                for name, one in sorted(vars(record).items()) if type(one).__name__ == "function"
            ]
print(json.dumps({"records": found, "compiled": len(compiled)}))
"""


def ran(*words: str) -> str:
    return subprocess.run(
        (sys.executable, *words),
        env={**os.environ, "PYTHONPATH": os.getcwd(), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        timeout=160,
        check=True,
    ).stdout


def test_every_record_of_the_first_picture_is_what_it_would_be(tmp_path: Path) -> None:
    path = str(tmp_path / "some" / "records.kept")
    ran("-c", "import sys; from kiosk.session.records import keep; keep(sys.argv[1])", path)
    usual, quick = json.loads(ran("-c", TOLD, "")), json.loads(ran("-c", TOLD, path))
    assert usual["compiled"] > 200
    assert quick["compiled"] == 0
    assert len(usual["records"]) > 40
    assert quick["records"] == usual["records"]


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `dataclasses` runs is as it was when the test is over."""
    monkeypatch.setitem(vars(dataclasses), "exec", exec)


def made() -> type[Any]:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Place:
        north: float = 1.5
        name: str = "here"

    return Place


@pytest.mark.usefixtures("as_before")
def test_what_is_kept_is_run_and_what_is_not_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def noted(text: str, names: dict[str, Any], found: dict[str, Any]) -> None:
        texts.append(text)
        exec(text, names, found)

    monkeypatch.setitem(vars(dataclasses), "exec", noted)
    usual = made()
    planted = compile("def __create_fn__(*_, **__): return lambda *_: None", "<string>", "exec")
    path = tmp_path / "records.kept"
    path.write_bytes(marshal.dumps((BYTECODE, {texts[0]: marshal.dumps(planted)})))
    monkeypatch.setitem(vars(dataclasses), "exec", exec)
    use_kept(str(path))
    mixed = made()
    # Only the first of its functions was kept, as something else: the constructor.
    assert usual() == usual(1.5, "here")
    assert not hasattr(mixed(), "north")
    assert mixed.__eq__.__code__.co_code == usual.__eq__.__code__.co_code


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no marshal",
        marshal.dumps(("cpython-399", {"text": b"code"})),
        marshal.dumps((BYTECODE, ["text"])),
        marshal.dumps(BYTECODE),
        marshal.dumps((BYTECODE, {"text": b"code"}))[:-3],
    ],
)
@pytest.mark.usefixtures("as_before")
def test_a_file_that_is_not_ours_is_passed_over(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "records.kept"
    path.write_bytes(content)
    assert kept(str(path)) == {}
    use_kept(str(path))
    assert vars(dataclasses)["exec"] is exec
    assert made()().name == "here"


@pytest.mark.usefixtures("as_before")
def test_nothing_kept_is_no_trouble(tmp_path: Path) -> None:
    use_kept(str(tmp_path / "none"))
    assert vars(dataclasses)["exec"] is exec


def test_it_is_kept_where_our_bytecode_lies() -> None:
    assert Path(KEPT).parent == Path(records.__file__).with_name("__pycache__")
