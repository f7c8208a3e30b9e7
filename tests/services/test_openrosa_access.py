# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenRosa servers that want a password, a token or a session get it, and nobody else does."""

import pytest

from core.access_way import AccessWay
from core.ids import FormId, SubmissionId
from core.submission import NoAccess, Outcome, Received, Submission, Unsure
from services.access import Access, Keys
from services.boundary import Failed
from services.digest import Challenge, answer, best_challenge
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.envelope import envelope
from services.openrosa.forms import OpenRosaForms
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.agency_worlds import LIMITS, RealClock, submission_of
from tests.support.sandbox_town import RunningTown

USER, PASSWORD, TOKEN = "kiosk@port-amity.example", "the tide is out", "port-amity-openrosa-token"
WAYS = {
    "basic": Access(PASSWORD, USER, AccessWay.PASSWORD),
    "digest": Access(PASSWORD, USER, AccessWay.PASSWORD),
    "session": Access(PASSWORD, USER, AccessWay.SESSION),
    "token": Access(TOKEN, "", AccessWay.TOKEN),
}


def endpoint(town: RunningTown, way: str) -> str:
    return f"{town.url}/{way}/v1/projects/1"


def item(number: int, at: str) -> Submission:
    identity = SubmissionId(f"uuid:00000000-0000-4000-8000-{number:012}")
    xml = (
        '<data id="register-birth" version="2026112301"><child><child_given_name>Marigold</child_given_name></child>'
        f"<meta><instanceID>{identity}</instanceID></meta></data>"
    )
    return submission_of(number, "register-birth", envelope(xml.encode(), at, identity), "2026112301")


def agency(town: RunningTown, way: str, access: Access | None = None) -> OpenRosaAgency:
    keys = Keys.of([(endpoint(town, way), access or WAYS[way])])
    return OpenRosaAgency(Http(Origins.of([town.url]), LIMITS), keys, RealClock())


@pytest.mark.parametrize("way", WAYS)
def test_submissions_are_received_by_every_way(town: RunningTown, way: str) -> None:
    made = agency(town, way)
    outcomes = [made.deliver(item(number, endpoint(town, way))) for number in range(1, 5)]
    assert [type(one) for one in outcomes] == [Received] * 4
    assert len(town.submissions()) == 4


@pytest.mark.parametrize("way", WAYS)
def test_forms_are_fetched_by_every_way(town: RunningTown, way: str) -> None:
    keys = Keys.of([(endpoint(town, way), WAYS[way])])
    forms = OpenRosaForms(Http(Origins.of([town.url]), LIMITS), keys, RealClock())
    news = forms.refresh(endpoint(town, way), frozenset({FormId("register-birth")}), (), 1.0)
    assert isinstance(news, FormsNews)
    assert [one.form for one in news.changed] == ["register-birth"]


@pytest.mark.parametrize("way", WAYS)
def test_wrong_password_pauses_the_endpoint_and_sends_nothing(town: RunningTown, way: str) -> None:
    wrong = Access("wrong", WAYS[way].user, WAYS[way].way)
    assert agency(town, way, wrong).deliver(item(1, endpoint(town, way))) == NoAccess("status")
    assert town.submissions() == []
    posts = [one for one in town.traffic() if one["endpoint"] == "submission"]
    assert posts == []


@pytest.mark.parametrize("way", ["digest", "session"])
def test_fault_after_the_challenge_is_unsure_as_ever(town: RunningTown, way: str) -> None:
    made, one = agency(town, way), item(1, endpoint(town, way))
    town.order("close-after-commit", agency="civil-registry", endpoint="submission", count=1)
    first: Outcome = made.deliver(one)
    assert isinstance(first, Unsure)
    assert isinstance(made.deliver(one), Received)
    assert len(town.submissions()) == 1


def test_session_that_ended_is_begun_anew(town: RunningTown) -> None:
    made = agency(town, "session")
    assert isinstance(made.deliver(item(1, endpoint(town, "session"))), Received)
    town.end_sessions()
    assert isinstance(made.deliver(item(2, endpoint(town, "session"))), Received)


def test_nothing_of_a_password_goes_to_another_origin(town: RunningTown) -> None:
    with c.chaos(c.replies(401, b"", ("WWW-Authenticate", 'Basic realm="x"'))) as elsewhere:
        listed = (
            b'<xforms xmlns="http://openrosa.org/xforms/xformsList"><xform><formID>f</formID><name>F</name>'
            b"<version>1</version><downloadUrl>"
            + elsewhere.url.encode()
            + b"/f.xml</downloadUrl></xform></xforms>"
        )
        with c.chaos(c.replies(200, listed)) as server:
            keys = Keys.of([(f"{server.url}/v1/projects/1", WAYS["basic"])])
            http = Http(Origins.of([server.origin, elsewhere.origin]), LIMITS)
            forms = OpenRosaForms(http, keys, RealClock())
            news = forms.refresh(f"{server.url}/v1/projects/1", frozenset({FormId("f")}), (), 1.0)
        assert not isinstance(news, Failed)
        assert [form for form, _ in news.troubled] == ["f"]
        assert len(elsewhere.requests) == 1
        assert b"authorization" not in elsewhere.requests[0].lower()


# RFC 7616 section 3.9.1.
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_answers_are_those_of_the_rfc(algorithm: str, response: str) -> None:
    challenge = Challenge(
        "http-auth@example.org",
        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
        algorithm,
        with_quality=True,
    )
    said = answer(challenge, "Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, CNONCE)
    assert f'response="{response}"' in said
    assert f"algorithm={algorithm}, qop=auth, nc=00000001" in said


def test_answer_without_quality_is_the_older_one() -> None:
    # RFC 2617 section 3.2.1 without `qop`, as RFC 2069 has it.
    challenge = Challenge("testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", algorithm="MD5")
    said = answer(challenge, "Mufasa", "Circle Of Life", "GET", "/dir/index.html", 1, "x")
    assert 'response="670fd8c2df070c60b045671b8b24ff02"' in said
    assert "qop" not in said


@pytest.mark.parametrize(
    ("headers", "algorithm"),
    [
        (['Basic realm="a"'], ""),
        (['Basic realm="a", Digest realm="a", nonce="n", qop="auth,auth-int"'], "MD5"),
        (
            ['Digest realm="a", nonce="n", algorithm=MD5', 'Digest realm="a", nonce="n", algorithm=SHA-256'],
            "SHA-256",
        ),
        (['Digest realm="a, b=\\"c\\"", nonce="n", algorithm=md5-sess'], "MD5-SESS"),
        (['Digest realm="a", nonce="n", qop="auth-int"'], None),
        (['Digest realm="a"'], None),
        (["Bearer"], None),
        (["Negotiate abc=="], None),
        ([""], None),
        ([], None),
        (["," * 5_000], None),
    ],
)
def test_strongest_challenge_that_can_be_answered_is_taken(headers: list[str], algorithm: str | None) -> None:
    found = best_challenge(headers)
    assert (None if found is None else found.algorithm) == algorithm
