# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An author sees a Form.io form at its address with its lists, and at its file is told why they are not there."""

from pathlib import Path

from core.forms.definition import Form
from core.forms.problems import FormProblems
from kiosk.authoring.form_file import opened
from kiosk.authoring.problem_words import in_words
from tests.support.sandbox_town import running_town

FILE = Path(__file__).parents[2] / "sandbox/definitions/order-bins.json"


def test_a_list_is_there_at_the_address_and_told_of_at_the_file(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        there = opened(f"{town.url}/city-works/formio/orders/bins")
    assert not isinstance(there, str)
    assert isinstance(there.form, Form)
    kind = next(one for one in there.form.questions if one.path == "/data/kind")
    assert len(kind.choices) == 3

    here = opened(str(FILE))
    assert not isinstance(here, str)
    assert isinstance(here.form, FormProblems)
    (said,) = map(in_words, here.form.problems)
    assert said.startswith("/data/kind: its choices are at /lists/bins and were not fetched")
