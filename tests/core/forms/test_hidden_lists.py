# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of Form.io that is not asked for needs nothing, although nothing is in it yet."""

import pytest

from tests.support.formio_forms import Component, answered, one, opened

ASKED = {"show": True, "when": "z", "eq": "y"}
NEEDED = {"required": True}
LISTS = [
    one("datagrid", "l", initEmpty=True, validate=NEEDED, conditional=ASKED, components=[one("textfield")]),
    one("textfield", "l", multiple=True, validate=NEEDED, conditional=ASKED),
    one("panel", "p", conditional=ASKED, components=[one("editgrid", "l", validate=NEEDED, components=[])]),
]


@pytest.mark.parametrize("listed", LISTS, ids=["grid", "several", "in a panel"])
def test_a_needed_list_is_missed_only_where_it_is_asked_for(listed: Component) -> None:
    entry = opened(one("textfield", "z"), listed)
    assert not entry.problems()
    assert [question.path for question in entry.pages()] == ["/data/z"]
    shown = answered(entry, {"z": "y"})
    assert [problem.path for problem in shown.problems()] == ["/data/l[+]"]
