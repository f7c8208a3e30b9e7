# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens Form.io forms with scripts in them, with an engine in a process of its own as a session has it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio.loading import load
from core.forms.problems import FormProblems
from core.forms.programs import Engine, Outcome, Program, Result
from core.ids import FormId
from kiosk.scripting.process import ScriptProcess
from tests.support.form_filling import begun
from tests.support.formio_forms import Component

NOTHING_SEEN: Mapping[str, object] = {"data": {}, "row": {}, "component": {}, "now": 0}


@contextmanager
def running_engine() -> Iterator[ScriptProcess]:
    """An engine whose process runs already, so that a module's tests can share it."""
    with closing(ScriptProcess()) as engine:
        assert engine.run(Program("value = 1", "value"), NOTHING_SEEN) == Result(1, given=True)
        yield engine


class Never:
    """An engine for forms that are read and not filled."""

    def run(self, program: Program, seen: Mapping[str, object]) -> Outcome:
        raise AssertionError("nothing was to be run")


def scripted(engine: Engine, *components: Component) -> Entry:
    form = load(json.dumps({"title": "T", "components": components}).encode(), FormId("f"), engine)
    assert isinstance(form, Form), form
    return begun(form)


def refusals(*components: Component) -> list[str]:
    """Why a form with scripts cannot be opened although they may run."""
    found = load(json.dumps({"components": components}).encode(), FormId("f"), Never())
    assert isinstance(found, FormProblems)
    return [problem.values.get("construct", problem.key) for problem in found.problems]
