# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of form has its own mark for a secret, and all of them are understood (PRV-07)."""

import pytest

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support import formio_forms as formio
from tests.support.dressed_forms import TEXT, noted, opened
from tests.support.small_forms import source


def secrets(entry: Entry) -> list[bool]:
    return [entry.question(QuestionPath(one.path)).secret for one in entry.pages()]


@pytest.mark.requirement("PRV-07", part="every format's mark for a secret")
@pytest.mark.parametrize(
    ("control", "secret"),
    [
        ('<secret ref="/data/a"/>', True),
        ('<input ref="/data/a" appearance="masked"/>', True),
        ('<input ref="/data/a" appearance="numbers"/>', False),
        ('<input ref="/data/a"/>', False),
    ],
)
def test_an_xform_masks_what_is_secret(control: str, secret: bool) -> None:
    form = load(source("<a/>", "", control))
    assert isinstance(form, Form)
    assert [one.secret for one in form.questions] == [secret]


@pytest.mark.requirement("PRV-07", part="every format's mark for a secret")
def test_a_password_of_formio_and_of_a_ui_schema_is_masked() -> None:
    assert secrets(formio.opened(formio.one("password"), formio.one("textfield", "b"))) == [True, False]
    entry = opened({"name": TEXT, "word": TEXT}, {"word": {"ui:widget": "password"}})
    assert secrets(entry) == [False, True]
    assert noted(entry) == []
