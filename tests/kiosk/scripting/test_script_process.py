# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripting process runs what forms bring, ends what comes to no end, and costs nobody more than that."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from core.forms.programs import Outcome, Program, Result, Stop, Stopped, Thrown
from kiosk.children import OWN_CODE
from kiosk.scripting.process import MOST_EXCESSES, ScriptProcess
from tests.support.form_scripts import NOTHING_SEEN, running_engine

SEEN: Mapping[str, object] = {
    "data": {"a": 2, "list": [{"x": 1}]},
    "row": {"a": 2},
    "component": {"key": "k"},
    "value": "v",
    "input": "v",
    "now": 1_000,
}
HANGS = (sys.executable, "-c", "import time; time.sleep(60)")
ENDS = (sys.executable, "-c", "import sys; sys.stdin.readline()")
BABBLES = (
    sys.executable,
    "-c",
    "import sys; sys.stdin.readline(); print('[' * 9000); sys.stdout.flush(); input()",
)


def run(engine: ScriptProcess, code: str, result: str = "value") -> Outcome:
    return engine.run(Program(code, result), SEEN)


HOSTILE = {
    "an endless loop": "for (;;);",
    "an endless loop that catches": "for (;;) { try { for (;;); } catch (e) {} }",
    "much memory": "const held = []; for (;;) held.push('x'.repeat(1000) + held.length)",
    "one huge text": "value = 'x'.repeat(2 ** 29)",
    "a text that doubles": "let t = 'x'; for (;;) t += t",
    "deep recursion": "function f() { return f() + 1; } value = f()",
    "a deep result": "let deep = []; for (let i = 0; i < 1e6; i++) deep = [deep]; value = deep",
    "a long result": "value = 'x'.repeat(100000)",
    "a pattern that tries everything": "value = /^(a+)+$/.test('a'.repeat(40) + 'b')",
    "a wide native loop": "value = Array(3e8).join('x')",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_script_comes_to_an_end_and_the_next_one_runs(name: str) -> None:
    with closing(ScriptProcess()) as engine:
        outcome = run(engine, HOSTILE[name])
        assert isinstance(outcome, Stopped), outcome
        assert outcome.why is Stop.BUDGET
        assert run(engine, "value = data.a + 1") == Result(3, given=True)


TRACES = {
    "the prototype of all objects": "Object.prototype.a = 'mine'; Array.prototype.map = () => 'mine'",
    "the parts of lodash": "_.get = () => 'mine'",
    "a global name": "kept = 'mine'; globalThis.kept = 'mine'",
    "the writing of JSON": "JSON.stringify = () => 'mine'; Object.prototype.toJSON = () => 'mine'",
    "a program made of a text": "(() => {}).constructor('globalThis.kept = 1; Object.prototype.a = 1')()",
    "the way out of the body": "}; Object.prototype.a = 'mine'; (function () {",
}


@pytest.mark.parametrize("name", TRACES)
def test_no_script_leaves_a_trace_for_the_next(name: str) -> None:
    asked = (
        "value = [typeof kept, ({}).a, [1].map(x => x + 1)[0], _.get(data, 'a'), JSON.stringify([1])].join()"
    )
    with running_engine() as engine:
        run(engine, TRACES[name])
        assert run(engine, asked) == Result("undefined,,2,2,[1]", given=True)


def test_there_is_nothing_around_a_script() -> None:
    names = "std os require process fetch XMLHttpRequest WebSocket window document setTimeout console print scriptArgs"
    asked = f"value = '{names}'.split(' ').filter(name => name in globalThis).join()"
    with running_engine() as engine:
        assert run(engine, asked) == Result("", given=True)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("value = Date.now() + new Date().getTime()", Result(2_000, given=True)),
        ("value = (new Date(0)).constructor.now()", Result(1_000, given=True)),
        ("try { Math.random() } catch (e) {} value = 1", Stopped(Stop.NAME, "random")),
        ("try { [1].toLocaleString() } catch (e) {} value = 1", Stopped(Stop.NAME, "toLocaleString")),
        ("value = _['map']", Stopped(Stop.NAME, "_.map")),
        ("value = nobody.there", Stopped(Stop.NAME, "a name that there is not")),
        ("data.list[0].x = 2; value = 1", Stopped(Stop.NAME, "answers are changed")),
        ("value = null.there", Thrown()),
        ("value = = 1", Thrown()),
        ("value = undefined", Result(None, given=False)),
        ("value = 0 / 0", Result(None, given=True)),
        (
            "value = _.get(data, 'list[0].x') + _.get(data, ['a']) + _.get(data, 'no.no', 5)",
            Result(8, given=True),
        ),
        ("value = _.some(data.list, 'x') && !_.some([], x => x)", Result(True, given=True)),
    ],
)
def test_a_script_ends_as_its_answers_say(code: str, outcome: Outcome) -> None:
    with running_engine() as engine:
        assert run(engine, code) == outcome


def test_the_same_question_is_answered_without_the_process() -> None:
    with closing(ScriptProcess()) as engine:
        first = run(engine, "value = data.a")
        os.kill(engine.number, signal.SIGKILL)
        assert run(engine, "value = data.a") == first == Result(2, given=True)


def test_a_process_that_is_killed_costs_one_outcome() -> None:
    with closing(ScriptProcess()) as engine:
        assert run(engine, "value = 1") == Result(1, given=True)
        os.kill(engine.number, signal.SIGKILL)
        assert run(engine, "value = 2") == Stopped(Stop.BUDGET)
        assert run(engine, "value = 3") == Result(3, given=True)


@pytest.mark.parametrize("command", [ENDS, BABBLES])
def test_a_form_that_comes_to_no_end_again_and_again_is_not_run_any_more(command: tuple[str, ...]) -> None:
    with closing(ScriptProcess(command)) as engine:
        for turn in range(MOST_EXCESSES):
            assert isinstance(run(engine, f"value = {turn}"), Stopped)
        engine.close()
        assert run(engine, "value = 'once more'") == Stopped(Stop.BUDGET)
        assert engine.number == 0


def test_a_process_that_says_nothing_is_ended() -> None:
    with closing(ScriptProcess(HANGS, patience=0.1)) as engine:
        assert run(engine, "value = 1") == Stopped(Stop.BUDGET)
        assert engine.number == 0


def test_a_script_of_more_than_can_be_told_is_not_told() -> None:
    with closing(ScriptProcess()) as engine:
        seen = {**NOTHING_SEEN, "data": {"a": "x" * 5_000_000}}
        assert engine.run(Program("value = 1", "value"), seen) == Stopped(Stop.BUDGET)
        assert engine.number == 0


def test_an_engine_that_nobody_holds_ends_its_process() -> None:
    engine = ScriptProcess()
    run(engine, "value = 1")
    number = engine.number
    del engine
    assert not Path(f"/proc/{number}").exists()


def test_the_process_ends_with_the_one_that_asked() -> None:
    code = (
        "import sys\n"
        "from core.forms.programs import Program\n"
        "from kiosk.scripting.process import ScriptProcess\n"
        "engine = ScriptProcess()\n"
        "engine.run(Program('value = 1', 'value'), {'data': {}, 'row': {}, 'component': {}, 'now': 0})\n"
        "print(engine.number, flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        (sys.executable, "-c", code),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": OWN_CODE},
    )
    with parent:
        assert parent.stdout is not None
        number = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 20
    while _runs(number) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(number)


def _runs(number: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
