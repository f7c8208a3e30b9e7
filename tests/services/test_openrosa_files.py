# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a form are fetched with it, again when their own hash is another, and whole or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from core.ids import FormId
from core.ports import CachedForm, FormFile
from services.access import Keys
from services.boundary import Failure
from services.http import Http
from services.openrosa.forms import OpenRosaForms
from services.openrosa.media import MOST_FILES
from services.origins import Origins
from services.published_forms import FormsNews
from tests.services.test_openrosa_forms import LIMITS, XFORM, A, by_path, entry, form_list, md5
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import APP_USER_KEYS

STREETS = b"name,label\nq,Quay\n"


@dataclass
class Agency:
    """A server with one form, whose answers a test changes. `files` are the names and hashes of its manifest."""

    server: c.ChaosServer
    answers: dict[str, bytes]

    def offers(self, **files: str) -> None:
        listed = "".join(
            f"<mediaFile><filename>{name}.csv</filename><hash>{digest}</hash>"
            f"<downloadUrl>{self.server.url}/{name}.csv</downloadUrl></mediaFile>"
            for name, digest in files.items()
        )
        whole = f'<manifest xmlns="http://openrosa.org/xforms/xformsManifest">{listed}</manifest>'
        self.answers["manifest"] = c.answer(200, whole.encode())

    def refresh(self, *known: CachedForm) -> FormsNews:
        forms = OpenRosaForms(Http(Origins.of([self.server.origin]), LIMITS), Keys(), RealClock())
        self.server.requests.clear()
        news = forms.refresh(self.server.url, frozenset({A}), known, 5.0)
        assert isinstance(news, FormsNews)
        return news

    @property
    def asked(self) -> list[str]:
        return [one.split(b" ")[1].decode().rpartition("/")[2] for one in self.server.requests]


@pytest.fixture
def agency() -> Iterator[Agency]:
    answers: dict[str, bytes] = {}
    with c.chaos(by_path(answers)) as server:
        manifest = f"<manifestUrl>{server.url}/manifest</manifestUrl></xform>"
        listed = entry(server.url, "a", md5(XFORM)).replace("</xform>", manifest)
        answers |= {"formList": c.answer(200, form_list(listed)), "a.xml": c.answer(200, XFORM)}
        answers["streets.csv"] = c.answer(200, STREETS)
        found = Agency(server, answers)
        found.offers(streets=md5(STREETS))
        yield found


def kept(agency: Agency) -> CachedForm:
    """What a cache gives back of the form as it was fetched first."""
    (form,) = agency.refresh().changed
    return replace(form, files=tuple(replace(file, content=None) for file in form.files))


def test_files_come_with_their_form(agency: Agency) -> None:
    (form,) = agency.refresh().changed
    assert form.source == XFORM
    assert form.files == (FormFile("streets.csv", md5(STREETS), STREETS),)


def test_only_the_manifest_is_asked_for_while_nothing_changes(agency: Agency) -> None:
    before = kept(agency)
    assert agency.refresh(before) == FormsNews((A,))
    assert agency.asked == ["formList", "manifest"]


def test_a_list_that_changed_is_fetched_without_its_form_and_its_other_files(agency: Agency) -> None:
    agency.answers["towns.csv"] = c.answer(200, b"towns")
    agency.offers(streets=md5(STREETS), towns=md5(b"towns"))
    before = kept(agency)
    agency.answers["streets.csv"] = c.answer(200, b"other")
    agency.offers(streets=md5(b"other"), towns=md5(b"towns"))
    (form,) = agency.refresh(before).changed
    assert agency.asked == ["formList", "manifest", "streets.csv"]
    assert form.source == XFORM
    assert form.files == (
        FormFile("streets.csv", md5(b"other"), b"other"),
        FormFile("towns.csv", md5(b"towns")),
    )


def test_a_file_that_is_gone_is_news(agency: Agency) -> None:
    before = kept(agency)
    agency.offers()
    (form,) = agency.refresh(before).changed
    assert form.files == ()


def test_without_hashes_files_are_compared_with_what_is_kept(agency: Agency) -> None:
    agency.offers(streets="")
    before = kept(agency)
    assert agency.refresh(before) == FormsNews((A,))
    assert agency.asked[-1] == "streets.csv"
    agency.answers["streets.csv"] = c.answer(200, b"other")
    assert agency.refresh(before).changed[0].files == (FormFile("streets.csv", md5(b"other"), b"other"),)


@pytest.mark.parametrize(
    ("name", "answer", "kind"),
    [
        ("streets.csv", c.answer(200, STREETS[:-3]), Failure.BAD_ANSWER),
        ("streets.csv", c.answer(404), Failure.STATUS),
        ("streets.csv", c.answer(200, b"<!DOCTYPE html><html/>"), Failure.PORTAL),
        ("streets.csv", b"", Failure.CUT),
        ("manifest", c.answer(500), Failure.STATUS),
        ("manifest", c.answer(200, b"<xforms/>"), Failure.BAD_ANSWER),
    ],
)
def test_a_form_with_half_of_its_files_is_not_taken(
    agency: Agency, name: str, answer: bytes, kind: Failure
) -> None:
    agency.answers[name] = answer
    assert agency.refresh() == FormsNews((A,), (), ((A, kind),))


def test_a_manifest_without_end_is_refused(agency: Agency) -> None:
    agency.offers(**{f"f{number}": "md5:00" for number in range(MOST_FILES + 1)})
    assert agency.refresh().troubled == ((A, Failure.BAD_ANSWER),)


def test_the_towns_streets_come_with_its_complaint_form(town: RunningTown) -> None:
    endpoint = f"{town.url}/v1/projects/4"
    keys = Keys.of([(endpoint, APP_USER_KEYS["city-works"])])
    forms = OpenRosaForms(Http(Origins.of([town.url])), keys, RealClock())
    news = forms.refresh(endpoint, frozenset({FormId("complaint")}), (), 1.0)
    assert isinstance(news, FormsNews)
    (form,) = news.changed
    assert [file.name for file in form.files] == ["harbour-map.svg", "streets.csv"]
    assert b"Quay Street" in (form.files[1].content or b"")
    assert forms.refresh(endpoint, frozenset({form.form}), (form,), 2.0) == FormsNews(news.offered)
