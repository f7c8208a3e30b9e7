# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The converting process answers, is started anew when it ends, gives up when it keeps ending, and dies with us."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from accessibility.typing.converter import Choice, Missing, Offer
from kiosk.children import OWN_CODE
from kiosk.typing.process import MOST_ENDS, TypingProcess
from tests.support.engines import need_engine

CRASHES = (sys.executable, "-c", "import os, sys; sys.stdin.readline(); os.abort()")
HANGS = (sys.executable, "-c", "import time; time.sleep(60)")
BABBLES = (
    sys.executable,
    "-c",
    "import sys; sys.stdin.readline(); print('null'); sys.stdout.flush(); sys.stdin.read()",
)


def test_questions_are_answered_through_the_pipe() -> None:
    need_engine("zh-Hans")
    with closing(TypingProcess()) as typing:
        assert typing.answer("zh-Hans", "") == Offer()
        answer = typing.answer("zh-Hans", "woshi")
        assert isinstance(answer, Offer)
        assert answer.choices[0] == Choice("我是", 5)


def test_a_language_without_an_engine_is_missing() -> None:
    with closing(TypingProcess()) as typing:
        assert typing.answer("en", "a") == Missing()


@pytest.mark.expects_log
def test_a_crash_costs_one_answer() -> None:
    need_engine("ja")
    with closing(TypingProcess()) as typing:
        assert isinstance(typing.answer("ja", "たなか"), Offer)
        assert typing._child.process is not None
        typing._child.process.send_signal(signal.SIGSEGV)
        typing._child.process.wait()
        assert typing.answer("ja", "たなか") == Offer()
        again = typing.answer("ja", "たなか")
        assert isinstance(again, Offer)
        assert again.choices


@pytest.mark.expects_log
@pytest.mark.parametrize("said", ["[1, 2]", "[" * 100_000, "no JSON"])
def test_one_that_says_what_is_no_answer_is_ended(said: str) -> None:
    speaks = f"import sys; sys.stdin.readline(); print({said!r}); sys.stdout.flush(); sys.stdin.read()"
    with closing(TypingProcess((sys.executable, "-c", speaks))) as typing:
        assert typing.answer("zh-Hans", "mimi") == Offer()
        assert typing._child.process is None


@pytest.mark.expects_log
def test_one_that_always_ends_counts_as_missing(caplog: pytest.LogCaptureFixture) -> None:
    with closing(TypingProcess(CRASHES)) as typing:
        answers = [typing.answer("zh-Hans", "mimi") for _ in range(MOST_ENDS + 1)]
    assert answers == [Offer()] * (MOST_ENDS - 1) + [Missing()] * 2
    assert "mimi" not in caplog.text


@pytest.mark.expects_log
def test_one_that_does_not_answer_is_ended() -> None:
    with closing(TypingProcess(HANGS, 0.2)) as typing:
        assert typing.answer("zh-Hans", "ni") == Offer()
        assert typing._child.process is None


def test_closed_it_answers_nothing_more() -> None:
    with closing(TypingProcess(BABBLES)) as typing:
        assert typing.answer("ja", "に") == Missing()
        typing.close()
        assert typing.answer("ja", "に") == Missing()


@pytest.mark.requirement("PRV-01", part="the process that converts readings ends with the session")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_with_the_process_that_asked(tmp_path: Path, ending: signal.Signals) -> None:
    code = (
        "import time\nfrom kiosk.typing.process import TypingProcess\n"
        "typing = TypingProcess()\ntyping.answer('en', '')\n"
        "print(typing._child.process.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen(
        (sys.executable, "-c", code),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": OWN_CODE},
    ) as asking:
        assert asking.stdout is not None
        child = int(asking.stdout.readline())
        asking.send_signal(ending)
        asking.wait(10)
    deadline = time.monotonic() + 10
    while _lives(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _lives(child)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
