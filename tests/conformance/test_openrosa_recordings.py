# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every recorded answer of ODK Central is read over the wire as it was recorded, and proves what it says."""

import pytest

from core.ids import FormId, SubmissionId
from core.submission import Outcome, Refused
from services.access import Keys
from services.boundary import Failed, Failure, Limits
from services.http import Http
from services.openrosa.agency import OpenRosaAgency
from services.openrosa.envelope import envelope
from services.openrosa.form_list import FormList, OfferedForm
from services.openrosa.forms import OpenRosaForms
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import RealClock, submission_of
from tests.support.corpora import corpora

LIMITS = Limits(connect=1.0, read=1.0, total=3.0)
IDENTITY = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
SUBMISSIONS = {
    "central-submit-badversion": Refused(
        404, "The form version specified in this submission '99' does not exist."
    ),
    "central-submit-closed": Refused(
        409,
        "This form is not currently accepting submissions. "
        "Please talk to your program staff if this is unexpected.",
    ),
    "central-submit-s3": Refused(404, "Could not find the resource you were looking for."),
}


def recorded(name: str) -> bytes:
    return (corpora() / "openrosa" / "captures" / f"{name}.http").read_bytes()


def forms_at(server: c.ChaosServer) -> OpenRosaForms:
    return OpenRosaForms(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())


def test_no_recording_is_left_out() -> None:
    names = {path.stem for path in (corpora() / "openrosa" / "captures").iterdir()}
    read_below = {"central-formList", "central-formList-noheader", "central-head", "central-manifest-empty"}
    assert names == read_below | set(SUBMISSIONS)


def test_the_form_list_is_read_whole() -> None:
    # The recording's token was shortened afterwards, so its length no longer fits; all else is as it came.
    head, body = recorded("central-formList").split(b"\r\n\r\n", 1)
    mended = head.replace(b"Content-Length: 1758", b"Content-Length: %d" % len(body))
    assert mended != head
    with c.chaos(c.raw(mended + b"\r\n\r\n" + body)) as server:
        listed = forms_at(server).form_list(server.url)
    assert isinstance(listed, FormList)
    assert listed.skipped == 0
    assert [(one.form, one.version, one.hash[:8], bool(one.manifest)) for one in listed.forms] == [
        ("va_who_v1_5_2", "2019101701", "md5:e2e2", False),
        ("external-select-csv", "", "md5:1a6b", True),
        ("three-level-cascading-select", "", "md5:3136", False),
        ("VOL_CVT_0627", "1", "md5:ca3a", False),
    ]
    assert "APPUSERTOKEN" in listed.forms[0].download
    assert "APPUSERTOKEN" not in repr(listed)


def test_a_list_without_the_version_header_is_a_status() -> None:
    with c.chaos(c.raw(recorded("central-formList-noheader"))) as server:
        listed = forms_at(server).form_list(server.url)
    assert isinstance(listed, Failed)
    assert (listed.kind, listed.status) == (Failure.STATUS, 400)


def test_an_empty_manifest_is_no_files() -> None:
    with c.chaos(c.raw(recorded("central-manifest-empty"))) as server:
        form = OfferedForm(FormId("x"), "", "", "", "", f"{server.url}/manifest")
        assert forms_at(server).manifest(form) == ()


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_refused_submission_is_refused_in_the_servers_words_after_its_own_head(name: str) -> None:
    expected: Outcome = SUBMISSIONS[name]
    with c.chaos(c.to_each_method(recorded("central-head"), recorded(name))) as server:
        agency = OpenRosaAgency(Http(Origins.of([server.origin]), LIMITS), Keys(), RealClock())
        wire = envelope(b"<data/>", server.url, IDENTITY)
        assert agency.deliver(submission_of(1, "f", wire)) == expected
    assert [request.split(b" ")[0] for request in server.requests] == [b"HEAD", b"POST"]
    assert server.requests[1].split(b"\r\n\r\n", 1)[1] == wire.body
