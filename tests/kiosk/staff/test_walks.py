# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the publish gate found of the form of each service, as staff and `kiosk doctor` are told it."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.catalogue import Catalogue, Channel, ChannelKind
from core.ids import FormId
from core.ports import CachedForm
from core.staff.form_walk import FormWalk, Stuck
from kiosk.command_line.findings import Verdict
from kiosk.command_line.walk_findings import look_at_walks, told
from kiosk.gate.modes import MODES
from kiosk.gate_results import Gate, Walk, keep_in
from kiosk.profile.file import load
from kiosk.profile.model import FormOffer, KeySource, Profile
from kiosk.staff.walks import service_walks
from kiosk.walked_forms import mark_of, walks_of
from tests.support.fake_cache import FakeCache
from tests.support.small_catalogue import service_id, small_catalogue
from ui.present.staff_walks import WAYS

ENDPOINT = "https://bay.example/api"
FORM = CachedForm(ENDPOINT, FormId("birth"), "1", "md5:1", b"<form/>", 0.0)
FAR, STOP = (
    Walk("voice", 40, reached=True),
    Walk("two switches", 3, reached=False, why="/data/when: no way on"),
)


def catalogue() -> Catalogue:
    made = small_catalogue()
    owner = made.services[service_id("birth")].organisation
    channel = Channel("counter", ChannelKind.OPENROSA, owner, ENDPOINT, FORM.form)
    birth = replace(made.services[service_id("birth")], channels=(channel,))
    return replace(made, services={**made.services, birth.id: birth})


def cache() -> FakeCache:
    made = FakeCache(catalogue())
    made.keep_form(FORM)
    return made


def profile(store: Path, offer: FormOffer = FormOffer.WALKED) -> Profile:
    found = load("town-hall-kiosk")
    assert isinstance(found, Profile)
    return replace(found, store=store, form_offer=offer)


@pytest.mark.parametrize(
    ("walks", "tried", "stuck"),
    [
        (None, False, ()),
        ((FAR,), True, ()),
        ((FAR, STOP), True, (Stuck("two switches", "/data/when: no way on"),)),
    ],
)
def test_each_service_with_a_form_says_whether_it_is_offered_and_what_stopped_the_machine(
    tmp_path: Path, walks: tuple[Walk, ...] | None, tried: bool, stuck: tuple[Stuck, ...]
) -> None:
    at = profile(tmp_path)
    if walks is not None:
        keep_in(walks_of(at), Gate(mark_of(FORM), walks))
    assert service_walks(at, cache()) == (FormWalk(service_id("birth"), tried, stuck),)


def test_a_result_of_another_form_or_program_is_none(tmp_path: Path) -> None:
    at = profile(tmp_path)
    keep_in(walks_of(at), Gate(mark_of(FORM), (FAR,), "0.0.9"))
    assert not service_walks(at, cache())[0].offered
    keep_in(walks_of(at), Gate(mark_of(replace(FORM, source=b"<other/>")), (FAR,)))
    assert not service_walks(at, cache())[0].offered


def test_nothing_is_said_where_every_form_that_opens_is_offered(tmp_path: Path) -> None:
    assert service_walks(profile(tmp_path, FormOffer.ALL), cache()) == ()
    assert look_at_walks(profile(tmp_path, FormOffer.ALL)) == ()


def test_the_doctor_notes_each_service_that_is_not_offered_with_what_to_do(tmp_path: Path) -> None:
    service = service_id("birth")
    fine, stuck, untried = told(
        [
            FormWalk(service, tried=True),
            FormWalk(service, tried=True, stuck=(Stuck("voice", "/data/a: silent"),)),
            FormWalk(service, tried=False),
        ]
    )
    assert (fine.verdict, fine.mend) == (Verdict.FINE, "")
    assert "voice: /data/a: silent" in stuck.found
    assert untried.mend == "kiosk form gate"
    assert {stuck.verdict, untried.verdict} == {Verdict.NOTE}
    closed = replace(profile(tmp_path), key=KeySource.PASSPHRASE)
    assert [(one.what, one.verdict) for one in look_at_walks(closed)] == [("forms", Verdict.NOTE)]


def test_every_mode_of_the_gate_has_a_name_on_the_page() -> None:
    assert {mode.name for mode in MODES} == WAYS
