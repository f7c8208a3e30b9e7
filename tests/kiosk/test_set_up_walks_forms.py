# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The set-up has forms done to their end, tells after each, keeps the result, and can be left meanwhile."""

import tomllib
from pathlib import Path

import pytest

from core.staff.finding import Gravity
from core.visit import profile_events as pe
from kiosk.clock import MachineClock
from kiosk.profile.file import SHIPPED, load
from kiosk.profile.model import Profile
from kiosk.setting_up import forms
from kiosk.setting_up.walk import Walk
from kiosk.walked_forms import walks_of
from tests.support.sandbox_town import running_town


@pytest.mark.long
@pytest.mark.timeout(900)
def test_forms_are_walked_one_by_one_kept_and_left_when_the_window_goes(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        text = (
            (SHIPPED / "town-hall-kiosk.toml").read_text("utf-8").replace("http://127.0.0.1:8311", town.url)
        )
        text = text.replace("[store]", f'[store]\nfolder = "{tmp_path / "store"}"')
        file = tmp_path / "marsh.toml"
        file.write_text(text, "utf-8")
        profile = load(str(file))
        assert isinstance(profile, Profile)
        told: list[pe.SetUpSeen] = []
        walk = Walk()

        def tell(seen: pe.SetUpSeen) -> None:
            told.append(seen)
            walk.end()

        walk.run(text, file, tell)
        (first,) = told[0].seen
        assert (first.gravity, first.key) == (Gravity.FINE, "set_up.walked")
        known = forms.look(tomllib.loads(text), MachineClock(), walks_of(profile)).seen
    assert {one.key for one in known} == {"set_up.walked", "set_up.opens"}
    assert first in known
