# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever keeps a form from being opened is said to its author in a sentence."""

import re
from pathlib import Path

import pytest

from core.forms.problems import FormProblem
from kiosk.authoring.problem_words import in_words

FORMS = Path(__file__).parents[2] / "core/forms"
KEYS = sorted(
    {key for file in FORMS.rglob("*.py") for key in re.findall(r'"(form\.[a-z_]+)"', file.read_text("utf-8"))}
)


@pytest.mark.parametrize("key", KEYS)
def test_every_reason_has_a_sentence(key: str) -> None:
    values = {
        name: f"a {name}"
        for name in ("construct", "most", "missing", "file", "path", "nodes", "what", "column")
    }
    said = in_words(FormProblem("/data/a", key, values))
    assert said.startswith("/data/a: ")
    assert not re.search(
        r"form\.|[{}]|unnamed", said.replace("unnamed address", "").replace("unnamed text", "")
    )


def test_what_a_reason_does_not_tell_spoils_no_sentence() -> None:
    assert in_words(FormProblem("file", "form.too_large")) == "file: too large; the most is less"
