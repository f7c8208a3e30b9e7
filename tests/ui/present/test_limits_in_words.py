# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an answer names days and times as they are written in the language."""

import pytest

from core.forms.verdict import Problem
from core.ids import QuestionPath
from i18n.messages import Messages
from ui.present.problem_words import problem_words


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("rule.first_time", {"time": "09:00"}, "Write 9:00 or a later time."),
        ("rule.last_time", {"time": "17:30"}, "Write 17:30 or an earlier time."),
        ("rule.first_day", {"day": "2026-11-28"}, "Write 28 November 2026 or a later day."),
    ],
)
def test_a_limit_is_written_out(key: str, values: dict[str, str], said: str) -> None:
    assert problem_words(Problem(QuestionPath("/data/a"), key, values=values), Messages.load("en")) == said
