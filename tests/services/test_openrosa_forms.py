# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms are fetched when they changed, arrive whole or not at all, and one bad form never hides the others."""

import hashlib
from dataclasses import replace

from core.ids import FormId
from core.ports import CachedForm
from services.access import Keys
from services.boundary import Failed, Failure, Limits, NotModified
from services.http import Http
from services.openrosa.form_list import FormList, MediaFile, OfferedForm
from services.openrosa.forms import OpenRosaForms
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import APP_USER_KEYS

LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
XFORM = (
    b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
    b"<h:head/><h:body/></h:html>"
)
A = FormId("a")


def entry(url: str, form: str, digest: str, version: str = "1") -> str:
    return (
        f"<xform><formID>{form}</formID><name>{form}</name><version>{version}</version><hash>{digest}</hash>"
        f"<downloadUrl>{url}/{form}.xml</downloadUrl></xform>"
    )


def form_list(*entries: str) -> bytes:
    return f'<xforms xmlns="http://openrosa.org/xforms/xformsList">{"".join(entries)}</xforms>'.encode()


def md5(source: bytes) -> str:
    return "md5:" + hashlib.md5(source, usedforsecurity=False).hexdigest()


def refresh(server: c.ChaosServer, *known: CachedForm) -> FormsNews | Failed:
    forms = OpenRosaForms(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
    return forms.refresh(server.url, frozenset({A, FormId("b")}), known, 5.0)


def by_path(answers: dict[str, bytes]) -> c.Behaviour:
    async def behave(exchange: c.Exchange) -> None:
        request = await exchange.request()
        await exchange.say(answers[request.split(b" ")[1].decode().rpartition("/")[2]])

    return behave


def served(digest_a: str, body_a: bytes) -> FormsNews | Failed:
    answers: dict[str, bytes] = {}
    with c.chaos(by_path(answers)) as server:
        listed = form_list(
            entry(server.url, "a", digest_a),
            entry(server.url, "b", md5(XFORM)),
            entry(server.url, "other", ""),
        )
        answers |= {"formList": c.answer(200, listed), "a.xml": body_a, "b.xml": c.answer(200, XFORM)}
        return refresh(server)


def test_wanted_forms_are_fetched_and_the_others_only_named() -> None:
    news = served(md5(XFORM), c.answer(200, XFORM))
    assert isinstance(news, FormsNews)
    assert news.offered == (A, FormId("b"), FormId("other"))
    assert [(one.form, one.source, one.fetched) for one in news.changed] == [
        (A, XFORM, 5.0),
        ("b", XFORM, 5.0),
    ]
    assert news.troubled == ()


def test_a_form_whose_bytes_do_not_fit_its_hash_is_left_out_and_the_next_still_comes() -> None:
    for body in (c.answer(200, XFORM[:-5]), c.answer(500), c.answer(200, b"<!DOCTYPE html><html>"), b""):
        news = served(md5(XFORM), body)
        assert isinstance(news, FormsNews)
        assert [form for form, _ in news.troubled] == [A]
        assert [one.form for one in news.changed] == [FormId("b")]


def test_without_a_hash_only_an_xform_is_taken() -> None:
    good, bad = served("", c.answer(200, XFORM)), served("", c.answer(200, b"<html><body/></html>"))
    assert isinstance(good, FormsNews)
    assert isinstance(bad, FormsNews)
    assert len(good.changed) == 2
    assert bad.troubled == ((A, Failure.BAD_ANSWER),)


def test_a_known_form_is_not_fetched_again() -> None:
    with c.chaos(c.replies(200, b"")) as server:
        server.behaviours = [c.replies(200, form_list(entry(server.url, "a", md5(XFORM))))]
        known = CachedForm(server.url, A, "1", md5(XFORM), XFORM, 1.0)
        assert refresh(server, known) == FormsNews((A,))
        assert len(server.requests) == 1


def test_a_server_without_hashes_is_asked_whether_it_changed() -> None:
    with c.chaos(c.replies(200, b"")) as server:
        server.behaviours = [c.replies(200, form_list(entry(server.url, "a", ""))), c.replies(304)]
        assert refresh(server, CachedForm(server.url, A, "1", "", XFORM, 1.0)) == FormsNews((A,))
        assert f'if-none-match: "{md5(XFORM)[4:]}"'.encode() in server.requests[1].lower()


def test_a_download_address_of_another_origin_is_not_followed() -> None:
    with c.chaos(c.replies(200, b"")) as server:
        server.behaviours = [c.replies(200, form_list(entry("http://127.0.0.1:9", "a", md5(XFORM))))]
        news = refresh(server)
        assert news == FormsNews((A,), (), ((A, Failure.NOT_ALLOWED),))


def test_what_is_no_form_list_is_a_failure_with_its_name() -> None:
    for answer, kind in (
        (c.answer(200, b"<!DOCTYPE html><html/>"), Failure.PORTAL),
        (c.answer(511, b"login"), Failure.PORTAL),
        (c.answer(200, b"{}"), Failure.BAD_ANSWER),
        (c.answer(200, b"<manifest/>"), Failure.BAD_ANSWER),
        (c.answer(401), Failure.STATUS),
        (c.answer(503), Failure.STATUS),
    ):
        with c.chaos(c.raw(answer)) as server:
            news = refresh(server)
        assert isinstance(news, Failed)
        assert news.kind is kind


def test_a_bad_entry_is_skipped_and_counted() -> None:
    body = form_list(
        entry("http://x", "a", ""), "<xform><name>no id</name></xform>", entry("http://x", "a", "")
    )
    with c.chaos(c.replies(200, body)) as server:
        forms = OpenRosaForms(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
        found = forms.form_list(server.url)
    assert isinstance(found, FormList)
    assert [one.form for one in found.forms] == [A]
    assert found.skipped == 2


def test_a_304_that_contradicts_the_list_is_not_believed() -> None:
    with c.chaos(c.replies(200, b"")) as server:
        server.behaviours = [c.replies(200, form_list(entry(server.url, "a", md5(b"other")))), c.replies(304)]
        known = CachedForm(server.url, A, "0", md5(XFORM), XFORM, 1.0)
        assert refresh(server, known) == FormsNews((A,), (), ((A, Failure.BAD_ANSWER),))


def test_media_are_listed_and_a_nameless_file_is_passed_over() -> None:
    body = (
        b'<manifest xmlns="http://openrosa.org/xforms/xformsManifest"><mediaFile><filename>a.png</filename>'
        b"<hash>md5:00</hash><downloadUrl>http://x/a.png</downloadUrl></mediaFile><mediaFile/><other/></manifest>"
    )
    form = OfferedForm(A, "a", "1", "", "", "")
    for answer, expected in (
        (c.answer(200, body), (MediaFile("a.png", "md5:00", "http://x/a.png"),)),
        (c.answer(200, b"<xforms/>"), Failure.BAD_ANSWER),
        (c.answer(404), Failure.STATUS),
        (b"", Failure.CUT),
    ):
        with c.chaos(c.raw(answer)) as server:
            forms = OpenRosaForms(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
            found = forms.manifest(replace(form, manifest=f"{server.url}/manifest"))
        assert (found.kind if isinstance(found, Failed) else found) == expected
        assert forms.manifest(form) == ()


def test_the_towns_forms_come_change_and_go(town: RunningTown) -> None:
    endpoint = f"{town.url}/v1/projects/1"
    birth = FormId("register-birth")
    keys = Keys.of([(endpoint, APP_USER_KEYS["civil-registry"])])
    forms = OpenRosaForms(Http(Origins.of([town.url])), keys, RealClock())
    first = forms.refresh(endpoint, frozenset({birth}), (), 1.0)
    assert isinstance(first, FormsNews)
    assert [one.form for one in first.changed] == [birth]
    assert first.changed[0].endpoint == endpoint
    assert b"<h:html" in first.changed[0].source
    assert forms.refresh(endpoint, frozenset({birth}), first.changed, 2.0) == FormsNews(first.offered)
    listed = forms.form_list(endpoint)
    assert isinstance(listed, FormList)
    assert forms.download(listed.forms[0], first.changed[0]) == NotModified()
    try:
        town.change_form(birth, mark="changed")
        second = forms.refresh(endpoint, frozenset({birth}), first.changed, 3.0)
        assert isinstance(second, FormsNews)
        assert second.changed[0].hash != first.changed[0].hash
        town.change_form(birth, closed=True)
        third = forms.refresh(endpoint, frozenset({birth}), second.changed, 4.0)
        assert isinstance(third, FormsNews)
        assert birth not in third.offered
    finally:
        town.change_form(birth, closed=False)
