# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of files that could be handed over say what is known of each, whatever a stranger's stick holds."""

from dataclasses import replace

import pytest

from core.visit.files import FileFound, Offered
from core.visit.pages import Question
from i18n.messages import Messages
from ui.present.handed import FileContents
from ui.present.question import present_question
from ui.registry import screens
from ui.registry_setting import a_kiosk

NOW = a_kiosk().now.timestamp()


def row(file: FileFound) -> str:
    visit = screens()["question-file-list"]
    filling, page = visit.filling, visit.page
    assert filling is not None
    assert isinstance(page, Question)
    visit = replace(visit, filling=replace(filling, offered=Offered(page.path, (file,))))
    contents = present_question(visit, page, Messages.load("en"), a_kiosk()).field
    assert isinstance(contents, FileContents)
    (found,) = contents.rows
    return found.label.text


def test_a_row_says_name_day_and_size() -> None:
    name, day, size = row(FileFound("/media/a.pdf", "a.pdf", 310_000, NOW)).split(" · ")
    assert "pdf" in name
    assert day
    assert size == "310 kB"


@pytest.mark.parametrize("changed", [2.0**40, -(2.0**40), 2.0**62, 2.0**70])
def test_a_moment_that_no_calendar_has_is_left_out(changed: float) -> None:
    _, size = row(FileFound("/media/a.pdf", "a.pdf", 310_000, changed)).split(" · ")
    assert size == "310 kB"


def test_a_name_of_half_signs_is_shown_without_them() -> None:
    assert "\udcff" not in row(FileFound("/media/a\udcff.pdf", "a\udcff.pdf", 310_000, NOW))
