# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile that offers walked forms only: a form is closed until the gate's result lies in the store's folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.catalogue import Channel
from core.ports import CachedForm
from core.visit import pages as p
from kiosk.gate_results import Gate, Walk, keep_in
from kiosk.profile.model import FormOffer, Profile
from kiosk.store_access import OpenStores, open_stores
from kiosk.walked_forms import FOLDER, mark_of
from tests.support.bins_trip import at_the_bins
from tests.support.processes import KEY, Machine
from tests.support.robot import at_the_window, running_courier
from tests.support.sandbox_town import RunningTown, running_town

FAR = Walk("voice", 90, reached=True)
STUCK = Walk("voice", 9, reached=False, why="/data/kind: the page stays")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[RunningTown]:
    with running_town(tmp_path) as running:
        yield running


def walked_only(store: Path, profile: Profile) -> Profile:
    return replace(profile, form_offer=FormOffer.WALKED, store=store)


def kept_form(machine: Machine, channel: Channel) -> CachedForm:
    stores = open_stores(machine.folder, KEY, 0.0)
    assert isinstance(stores, OpenStores)
    form = stores.cache.form(channel.endpoint, channel.form)
    assert form is not None
    return form


@pytest.mark.parametrize("kind", ["none", "stuck", "other form", "other program"])
def test_a_form_that_was_not_walked_is_not_begun_and_the_page_says_so(
    qtbot: QtBot, tmp_path: Path, town: RunningTown, kind: str
) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with (
        running_courier(machine, tmp_path / "log"),
        at_the_window(machine, change=lambda profile: walked_only(machine.folder, profile)) as robot,
    ):
        mark = mark_of(kept_form(machine, at_the_bins(robot)))
        match kind:
            case "stuck":
                keep_in(machine.folder / FOLDER, Gate(mark, (FAR, STUCK)))
            case "other form":
                keep_in(machine.folder / FOLDER, Gate("0" * 64, (FAR,))).rename(
                    machine.folder / FOLDER / f"{mark}.gate.json"
                )
            case "other program":
                keep_in(machine.folder / FOLDER, Gate(mark, (FAR,), "0.0.9"))
        robot.press("foot.primary")
        robot.reach(p.InTrouble)
        assert isinstance(robot.page, p.InTrouble)
        assert robot.page.trouble.key == "trouble.form_not_walked"
        assert "still being tried out" in robot.texts()
        assert robot.visit.filling is None


def test_a_form_that_was_walked_to_its_end_is_begun(qtbot: QtBot, tmp_path: Path, town: RunningTown) -> None:
    machine = Machine(tmp_path / "store", town.url)
    with (
        running_courier(machine, tmp_path / "log"),
        at_the_window(machine, change=lambda profile: walked_only(machine.folder, profile)) as robot,
    ):
        mark = mark_of(kept_form(machine, at_the_bins(robot)))
        keep_in(machine.folder / FOLDER, Gate(mark, (FAR,)))
        robot.press("foot.primary")
        robot.reach(p.Question)
