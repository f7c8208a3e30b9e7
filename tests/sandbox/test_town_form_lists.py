# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the agencies' form lists, forms and manifests by OpenRosa 1.0, over real HTTP."""

import gzip
import hashlib

import pytest

from tests.support.openrosa_answers import refusal
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import APP_USER_KEYS, PROJECTS
from tests.support.town_wire import ask, ask_openrosa, instance, send

LIST = "{http://openrosa.org/xforms/xformsList}"
MANIFEST = "{http://openrosa.org/xforms/xformsManifest}"


def test_form_list_names_each_form_with_version_hash_and_address_of_its_bytes(town: RunningTown) -> None:
    seen = set()
    for agency in PROJECTS:
        forms = ask_openrosa(town, "GET", agency, "formList").xml
        for entry in forms.iter(f"{LIST}xform"):
            form = ask(
                town,
                "GET",
                entry.findtext(f"{LIST}downloadUrl") or "",
                headers={"X-OpenRosa-Version": "1.0"},
            )
            assert form.status == 200
            assert entry.findtext(f"{LIST}hash") == "md5:" + hashlib.md5(form.body).hexdigest()
            assert f'id="{entry.findtext(f"{LIST}formID")}"' in form.text
            assert f'version="{entry.findtext(f"{LIST}version")}"' in form.text
            seen.add(entry.findtext(f"{LIST}formID"))
    assert seen == {
        "register-birth", "change-of-address", "death-notice", "child-benefit", "job-lost",
        "help-at-home", "school-place", "register-business", "complaint",
        "household-register", "street-plan",
    }  # fmt: skip


def test_form_list_is_refused_without_the_version_header(town: RunningTown) -> None:
    answer = ask(town, "GET", f"{town.openrosa('civil-registry')}/formList")
    assert answer.status == 400
    assert "X-OpenRosa-Version" in refusal(answer)


@pytest.mark.parametrize(
    ("key", "project", "status"),
    [
        ("wrong", 1, 401),
        (APP_USER_KEYS["tax-office"], 1, 403),
        (APP_USER_KEYS["civil-registry"], 9, 404),
    ],
)
def test_wrong_key_or_project_is_refused(town: RunningTown, key: str, project: int, status: int) -> None:
    path = f"/v1/key/{key}/projects/{project}/formList"
    answer = ask(town, "GET", path, headers={"X-OpenRosa-Version": "1.0"})
    assert answer.status == status
    assert refusal(answer)


def test_form_is_not_sent_again_to_who_has_it(town: RunningTown) -> None:
    first = ask_openrosa(town, "GET", "civil-registry", "forms/register-birth.xml")
    again = ask_openrosa(
        town, "GET", "civil-registry", "forms/register-birth.xml", If_None_Match=first.headers["etag"]
    )
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_form_is_compressed_only_when_asked(town: RunningTown) -> None:
    plain = ask_openrosa(town, "GET", "civil-registry", "forms/register-birth.xml")
    packed = ask_openrosa(
        town, "GET", "civil-registry", "forms/register-birth.xml", Accept_Encoding="gzip, deflate"
    )
    refused = ask_openrosa(
        town, "GET", "civil-registry", "forms/register-birth.xml", Accept_Encoding="gzip;q=0"
    )
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body == refused.body
    assert packed.headers["etag"] != plain.headers["etag"]


def test_compressed_form_is_not_sent_again_either(town: RunningTown) -> None:
    packed = ask_openrosa(town, "GET", "civil-registry", "forms/register-birth.xml", Accept_Encoding="gzip")
    again = ask_openrosa(
        town, "GET", "civil-registry", "forms/register-birth.xml",
        Accept_Encoding="gzip", If_None_Match=packed.headers["etag"],
    )  # fmt: skip
    assert again.status == 304


def test_manifest_is_empty_for_a_form_without_media(town: RunningTown) -> None:
    answer = ask_openrosa(town, "GET", "civil-registry", "forms/register-birth/manifest")
    assert answer.status == 200
    assert answer.xml.tag == f"{MANIFEST}manifest"
    assert list(answer.xml) == []


def test_manifest_lists_media_with_hash_and_address(town: RunningTown) -> None:
    listed = ask_openrosa(town, "GET", "city-works", "formList").xml
    address = listed.findtext(f"{LIST}xform/{LIST}manifestUrl")
    assert address is not None
    manifest = ask(town, "GET", address, headers={"X-OpenRosa-Version": "1.0"}).xml
    files = list(manifest.iter(f"{MANIFEST}mediaFile"))
    assert [entry.findtext(f"{MANIFEST}filename") for entry in files] == ["harbour-map.svg", "streets.csv"]
    file = ask(
        town, "GET", files[0].findtext(f"{MANIFEST}downloadUrl") or "", headers={"X-OpenRosa-Version": "1.0"}
    )
    assert file.status == 200
    assert files[0].findtext(f"{MANIFEST}hash") == "md5:" + hashlib.md5(file.body).hexdigest()


def test_unknown_form_and_unknown_media_are_not_found(town: RunningTown) -> None:
    for path in ("forms/nothing.xml", "forms/nothing/manifest", "forms/complaint/attachments/nothing.svg"):
        answer = ask_openrosa(town, "GET", "city-works", path)
        assert answer.status == 404
        assert refusal(answer)


def test_new_version_changes_list_and_form_and_the_old_version_is_still_taken(town: RunningTown) -> None:
    before = ask_openrosa(town, "GET", "city-works", "forms/complaint.xml")
    town.change_form("complaint", version="2027010101")
    listed = ask_openrosa(town, "GET", "city-works", "formList").xml
    after = ask_openrosa(
        town, "GET", "city-works", "forms/complaint.xml", If_None_Match=before.headers["etag"]
    )
    assert listed.findtext(f"{LIST}xform/{LIST}version") == "2027010101"
    assert after.status == 200
    assert 'version="2027010101"' in after.text
    assert listed.findtext(f"{LIST}xform/{LIST}hash") == "md5:" + hashlib.md5(after.body).hexdigest()
    assert send(town, "city-works", instance("complaint", "uuid:1")).status == 201
    assert send(town, "city-works", instance("complaint", "uuid:2", version="2027010101")).status == 201


def test_other_bytes_under_the_same_version_change_only_the_hash(town: RunningTown) -> None:
    before = ask_openrosa(town, "GET", "city-works", "formList").xml
    town.change_form("complaint", mark="printed again")
    after = ask_openrosa(town, "GET", "city-works", "formList").xml
    assert before.findtext(f"{LIST}xform/{LIST}version") == after.findtext(f"{LIST}xform/{LIST}version")
    assert before.findtext(f"{LIST}xform/{LIST}hash") != after.findtext(f"{LIST}xform/{LIST}hash")
