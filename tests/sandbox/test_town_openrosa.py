# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what the agencies answer to submissions by OpenRosa 1.0, over real HTTP."""

import hashlib
import re

import pytest

from tests.support.openrosa_answers import reference, refusal
from tests.support.sandbox_town import RunningTown
from tests.support.town_wire import ask, ask_openrosa, instance, send

METADATA = "{http://www.opendatakit.org/xforms}submissionMetadata"
REFERENCE = re.compile(r"PA-\d\d-[2-9A-HJKMNP-RT-Z]{3}-[2-9A-HJKMNP-RT-Z]{3}")


def test_head_of_submission_tells_what_is_accepted(town: RunningTown) -> None:
    answer = ask_openrosa(town, "HEAD", "civil-registry", "submission")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["x-openrosa-accept-content-length"] == "100000000"


def test_submission_is_received_with_our_instance_id_and_a_reference(town: RunningTown) -> None:
    xml = instance("register-birth", "uuid:1")
    answer = send(town, "civil-registry", xml)
    assert answer.status == 201
    assert REFERENCE.fullmatch(reference(answer))
    metadata = answer.xml.find(METADATA)
    assert metadata is not None
    assert metadata.get("instanceID") == "uuid:1"
    assert metadata.get("id") == "register-birth"
    record = town.submission("uuid:1")
    assert record["reference"] == reference(answer)
    assert record["xml"].encode() == xml


@pytest.mark.parametrize(
    ("accepted", "language", "word"),
    [
        ("ar", "ar", "الرقم المرجعي"),
        ("zh-Hans-CN, en;q=0.5", "zh-Hans", "编号"),
        ("es-MX", "es", "Referencia"),
        ("de, en;q=0.1", "en", "Reference"),
        ("", "en", "Reference"),
    ],
)
def test_reference_comes_in_the_language_that_is_accepted(
    town: RunningTown, accepted: str, language: str, word: str
) -> None:
    answer = send(
        town, "tax-office", instance("register-business", "uuid:1"), headers={"Accept-Language": accepted}
    )
    assert answer.headers["content-language"] == language
    assert f"{word}: {reference(answer)}<" in answer.text


def test_same_submission_again_is_one_record_with_the_same_reference(town: RunningTown) -> None:
    xml = instance("child-benefit", "uuid:1")
    first, second = (send(town, "social-security", xml) for _ in range(2))
    assert (first.status, second.status) == (201, 201)
    assert reference(first) == reference(second)
    assert town.counts()["by_instance"] == {"uuid:1": 1}
    assert town.submission("uuid:1")["times_received"] == 2


def test_other_content_under_the_same_instance_id_is_refused_and_changes_nothing(town: RunningTown) -> None:
    send(town, "social-security", instance("child-benefit", "uuid:1", answer="one"))
    answer = send(town, "social-security", instance("child-benefit", "uuid:1", answer="two"))
    assert answer.status == 409
    assert "different" in refusal(answer)
    assert "<a>one</a>" in town.submission("uuid:1")["xml"]


def test_files_may_come_later_with_the_same_xml(town: RunningTown) -> None:
    xml = instance("complaint", "uuid:1")
    send(town, "city-works", xml)
    assert town.submission("uuid:1")["attachments"] == {}
    assert send(town, "city-works", xml, files={"photo.jpg": b"\xff\xd8picture"}).status == 201
    assert town.submission("uuid:1")["attachments"] == {
        "photo.jpg": {"bytes": 9, "sha256": hashlib.sha256(b"\xff\xd8picture").hexdigest()}
    }


def test_edit_keeps_the_reference_of_what_it_replaces(town: RunningTown) -> None:
    first = send(town, "civil-registry", instance("change-of-address", "uuid:1", answer="old"))
    replaces = "<orx:deprecatedID>uuid:1</orx:deprecatedID>"
    edit = send(town, "civil-registry", instance("change-of-address", "uuid:2", answer="new", more=replaces))
    assert edit.status == 201
    assert reference(edit) == reference(first)
    assert town.submission("uuid:2")["replaces"] == "uuid:1"


def test_two_submissions_get_two_references(town: RunningTown) -> None:
    references = {
        reference(send(town, "civil-registry", instance("register-birth", f"uuid:{number}")))
        for number in range(20)
    }
    assert len(references) == 20


@pytest.mark.parametrize(
    ("xml", "status", "words"),
    [
        (b"this is no XML", 400, "form ID"),
        (b"<data><meta><instanceID>uuid:1</instanceID></meta></data>", 400, "form ID"),
        (b'<data id="register-birth" version="2026112301"/>', 400, "instanceID"),
        (b'<!DOCTYPE d [<!ENTITY e "x">]><data id="register-birth">&e;</data>', 400, "document type"),
        (instance("nothing", "uuid:1"), 404, "find"),
        (instance("child-benefit", "uuid:1"), 404, "find"),
        (instance("register-birth", "uuid:1", version="99"), 404, "99"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(
    town: RunningTown, xml: bytes, status: int, words: str
) -> None:
    answer = send(town, "civil-registry", xml)
    assert answer.status == status
    assert words in refusal(answer)
    assert town.counts()["submissions"] == 0


def test_post_without_multipart_is_refused(town: RunningTown) -> None:
    answer = ask(
        town,
        "POST",
        f"{town.openrosa('civil-registry')}/submission",
        headers={"X-OpenRosa-Version": "1.0", "Content-Type": "text/xml"},
        body=instance("register-birth", "uuid:1"),
    )
    assert answer.status == 400
    assert "xml_submission_file" in refusal(answer)


def test_closed_form_refuses_new_answers_but_still_knows_the_old(town: RunningTown) -> None:
    before = send(town, "city-works", instance("complaint", "uuid:1"))
    town.change_form("complaint", closed=True)
    closed = send(town, "city-works", instance("complaint", "uuid:2"))
    again = send(town, "city-works", instance("complaint", "uuid:1"))
    assert closed.status == 409
    assert "not currently accepting" in refusal(closed)
    assert again.status == 201
    assert reference(again) == reference(before)
    assert b"complaint" not in ask_openrosa(town, "GET", "city-works", "formList").body
    town.change_form("complaint", closed=False)
    assert send(town, "city-works", instance("complaint", "uuid:2")).status == 201
