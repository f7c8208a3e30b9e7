# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Services that a profile hides: not found, not listed, told to staff; and chosen by name in the editor."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.breach import Wrong
from core.catalogue import Catalogue
from core.forms.definition import AnswerType
from core.ids import Language, QuestionPath
from core.offer import EVERYTHING, Offer
from core.staff.finding import Gravity, Lack
from core.visit import events as e
from core.visit import pages as p
from core.visit import profile_events as pe
from core.visit.state import Availability
from i18n.messages import Messages
from kiosk.command_line.findings import Verdict
from kiosk.command_line.offer_findings import look_at_offer
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import KeySource, Profile
from kiosk.profile_editing.opened import open_profile
from kiosk.profile_editing.services import MOST_SHOWN
from kiosk.shelf import MOST_HITS, offered_hits, shelf
from kiosk.staff.offer import offer_found
from tests.support.edited_profile import NOW, Desk, copied
from tests.support.fake_cache import FakeCache
from tests.support.searched_cache import opened
from tests.support.small_catalogue import service_id, small_catalogue
from ui.present.finding_words import words
from ui.present.own_list import own_doors
from ui.present.service import present_service
from ui.registry import screens
from ui.registry_setting import at_home
from ui.registry_town import service_id as in_town

ENGLISH = Language("en")
HIDDEN = QuestionPath("/data/services/hidden")


def with_services(file: Path, lines: str) -> Path:
    before = file.read_text("utf-8")
    after = before.replace("hidden = []\nonly = []\n", f"{lines}\n")
    assert after != before
    file.write_text(after, "utf-8")
    return file


def profile(folder: Path, lines: str) -> Profile | BadProfile:
    return load(str(with_services(copied(folder), lines)))


def test_the_profile_names_them_and_a_profile_without_a_word_offers_all(tmp_path: Path) -> None:
    read = profile(tmp_path, 'hidden = ["birth", "nowhere"]\nonly = ["parking"]')
    assert isinstance(read, Profile)
    assert read.offer == Offer(frozenset({"birth", "nowhere"}), frozenset({"parking"}))
    usual = load("town-hall-kiosk")
    assert isinstance(usual, Profile)
    assert usual.offer == EVERYTHING


def test_a_profile_that_could_offer_nothing_is_refused_with_words(tmp_path: Path) -> None:
    read = profile(tmp_path, 'hidden = ["birth", "parking"]\nonly = ["birth"]')
    assert isinstance(read, BadProfile)
    (mistake,) = read.mistakes
    assert (mistake.key, mistake.kind) == ("services.hidden", Wrong.NOTHING_OFFERED)


def test_what_is_hidden_is_not_found_and_takes_nobodys_place(tmp_path: Path) -> None:
    made = small_catalogue()
    parking = made.services[service_id("parking")]
    many = {service_id(f"parking-{n}"): replace(parking, id=service_id(f"parking-{n}")) for n in range(60)}
    cache = opened(tmp_path, replace(made, services={**made.services, **many}))
    everything = offered_hits(cache, EVERYTHING, "parking", ENGLISH)
    assert len(everything) == MOST_HITS
    wanted = next(one for one in many if one not in everything)
    only = Offer(only=frozenset({str(wanted), "birth"}))
    assert offered_hits(cache, only, "parking", ENGLISH) == (wanted,)
    hidden = Offer(hidden=frozenset({"birth"}))
    assert service_id("birth") in offered_hits(cache, EVERYTHING, "birth", ENGLISH)
    assert service_id("birth") not in offered_hits(cache, hidden, "birth", ENGLISH)
    cache.close()


def test_a_visit_learns_of_the_offer_only() -> None:
    there = shelf(FakeCache(small_catalogue()), Offer(hidden=frozenset({"birth"}))).catalogue
    assert there.elsewhere == {service_id("birth")}


def test_who_is_led_to_a_hidden_service_is_told_where_it_is_done() -> None:
    visit = screens()["service-not-offered"]
    assert isinstance(visit.page, p.AboutService)
    service = visit.service(visit.page.service)
    assert service is not None
    assert visit.availability(service) is Availability.COUNTER_ONLY
    said = present_service(visit, visit.page, Messages.load("en"), at_home())
    assert said.start == ""
    assert any("Quay Street" in fact.text.text for fact in said.facts)


def test_ones_own_services_have_no_door_to_what_is_hidden() -> None:
    at = screens()["your-services"]
    moved = in_town("moved")
    assert moved in [one.service for one in own_doors(at, 6)]
    fewer = replace(at, catalogue=Offer(hidden=frozenset({"moved"})).of(at.catalogue))
    assert moved not in [one.service for one in own_doors(fewer, 6)]


def test_staff_are_told_what_the_town_does_not_have_and_when_nothing_is_left() -> None:
    cache = FakeCache(small_catalogue())
    assert offer_found(Offer(hidden=frozenset({"birth"})), cache) == ()
    (unknown,) = offer_found(Offer(hidden=frozenset({"ferry"})), cache)
    assert unknown.gravity is Gravity.NOTE
    assert "ferry" in words(unknown, Messages.load("fr")).text
    none, also = offer_found(Offer(only=frozenset({"ferry"})), cache)
    assert (none.gravity, also.gravity) == (Gravity.BAD, Gravity.NOTE)
    assert none.said is not None
    assert none.said.lack is Lack.SERVICES_NONE
    assert offer_found(Offer(only=frozenset({"ferry"})), FakeCache(Catalogue())) == ()


def test_the_doctor_says_nothing_where_all_is_offered_and_that_a_closed_store_hides_it(
    tmp_path: Path,
) -> None:
    read = profile(tmp_path, 'hidden = ["birth"]')
    assert isinstance(read, Profile)
    assert look_at_offer(replace(read, offer=EVERYTHING)) == ()
    (closed,) = look_at_offer(replace(read, key=KeySource.PASSPHRASE))
    assert closed.verdict is Verdict.NOTE


def desk(file: Path, catalogue: Catalogue) -> Desk:
    return Desk.before(open_profile(str(file), NOW, catalogue))


def test_in_the_editor_services_are_chosen_by_name_and_saved_by_their_short_names(tmp_path: Path) -> None:
    file = copied(tmp_path)
    at = desk(file, small_catalogue())
    question = at.entry.question(HIDDEN)
    assert question.type is AnswerType.SELECT_MULTIPLE
    labels = [
        at.entry.text(one.label, Language("es")).text for one in at.entry.choices(at.entry.question(HIDDEN))
    ]
    assert any("Inscribir un nacimiento" in one for one in labels)
    assert len(labels) == len(small_catalogue().services)
    at.change(HIDDEN, "1 3")
    at.press(e.ContinuePressed(), pe.ProfileSavePressed())
    read = load(str(file))
    assert isinstance(read, Profile)
    names = [one.rpartition("/")[2] for one in small_catalogue().services]
    assert read.offer.hidden == {names[0], names[2]}


def test_what_the_list_does_not_have_stays_and_is_called_unknown(tmp_path: Path) -> None:
    file = with_services(copied(tmp_path), 'hidden = ["ferry", "birth"]')
    before = file.read_text("utf-8")
    at = desk(file, small_catalogue())
    labels = [at.entry.text(one.label, ENGLISH).text for one in at.entry.choices(at.entry.question(HIDDEN))]
    assert any("ferry" in one and "not in the town" in one for one in labels)
    assert at.opened.written(at.entry) == before


def test_hiding_every_service_is_refused_in_the_editor(tmp_path: Path) -> None:
    file = copied(tmp_path)
    at = desk(file, small_catalogue())
    at.change(HIDDEN, " ".join(str(n) for n in range(1, len(small_catalogue().services) + 1)))
    (breach,) = at.editing.breaches
    assert (breach.path, breach.wrong) == (HIDDEN, Wrong.NOTHING_OFFERED)
    at.press(pe.ProfileSavePressed())
    read = load(str(file))
    assert isinstance(read, Profile)
    assert read.offer == EVERYTHING


@pytest.mark.parametrize("known", [0, MOST_SHOWN + 1])
def test_without_a_list_or_with_a_very_long_one_they_are_written_by_hand(tmp_path: Path, known: int) -> None:
    file = with_services(copied(tmp_path), 'hidden = ["ferry"]')
    parking = small_catalogue().services[service_id("parking")]
    services = {service_id(str(n)): replace(parking, id=service_id(str(n))) for n in range(known)}
    at = desk(file, Catalogue(services))
    assert at.entry.raw(QuestionPath("/data/services/hidden[1]")) == "ferry"
    at.change(QuestionPath("/data/services/hidden[1]"), "zoo")
    at.press(e.ContinuePressed(), e.ContinuePressed(), pe.ProfileSavePressed())
    read = load(str(file))
    assert isinstance(read, Profile)
    assert read.offer.hidden == {"zoo"}
