# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form opens with the lists kept beside it, and one that is being filled stays what it was when it was opened."""

from dataclasses import replace
from datetime import UTC, datetime

from core.catalogue import Channel, ChannelKind
from core.errors import Trouble
from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import FormId, OrganisationId, QuestionPath, SubmissionId
from core.ports import CachedForm, FormFile
from core.visit import events as e
from kiosk.form_doors import envelope_of, open_form
from tests.support import told as t
from tests.support.fake_cache import FakeCache
from tests.support.small_forms import source

STREET = QuestionPath("/data/street")
BODY = (
    '<select1 ref="/data/street"><label>Street</label><itemset nodeset="instance(\'streets\')/root/item">'
    '<value ref="name"/><label ref="label"/></itemset></select1>'
)
FORM = source("<street/>", "", BODY).replace(
    b"</model>", b'<instance id="streets" src="jr://file-csv/streets.csv"/></model>'
)
ENDPOINT = "https://agency.example/v1/projects/1"
CHANNEL = Channel("c", ChannelKind.OPENROSA, OrganisationId("o"), ENDPOINT, FormId("small"))
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def published(version: bytes, streets: bytes) -> CachedForm:
    changed = FORM.replace(b'version="7"', b'version="' + version + b'"')
    file = FormFile("streets.csv", "", b"name,label\n" + streets)
    return CachedForm(ENDPOINT, FormId("small"), version.decode(), "", changed, 1.0, (file,))


def opened(cache: FakeCache) -> Entry:
    kept = cache.form(ENDPOINT, FormId("small"))
    assert kept is not None
    form = open_form(
        kept.source, {file.name: file.content for file in kept.files if file.content is not None}
    )
    assert isinstance(form, Form)
    return Entry.begin(form, SubmissionId("uuid:1"), NOW.date(), NOW)


def streets(entry: Entry) -> list[str]:
    return [choice.value for choice in entry.choices(entry.question(STREET))]


def test_a_form_whose_list_is_not_here_is_not_opened() -> None:
    found = open_form(FORM)
    assert isinstance(found, Trouble)
    assert "form.attachment_missing" in found.detail


def test_an_open_entry_stays_with_its_version_and_its_list_while_new_ones_come() -> None:
    cache = FakeCache()
    cache.keep_form(published(b"7", b"quay,Quay\nmill,Mill\n"))
    entry = opened(cache).answer(STREET, "quay")
    cache.keep_form(published(b"8", b"mill,Mill\n"))
    assert streets(entry) == ["quay", "mill"]
    assert entry.problems() == ()
    body = envelope_of(CHANNEL, entry, "seal", NOW).body
    assert b'version="7"' in body
    assert b"<street>quay</street>" in body
    later = opened(cache)
    assert streets(later) == ["mill"]
    assert later.form.version == "8"


def test_news_of_the_shelf_leave_what_is_being_filled_alone() -> None:
    told = t.answer(t.filling(), "Ada")
    before = told.visit
    shelf = e.ShelfChanged(t.catalogue(), 9.0, frozenset({(t.ENDPOINT, t.FORM)}), frozenset(), True)
    told.tell(replace(shelf, as_of=10.0))
    assert told.visit.filling == before.filling
    assert told.visit.page == before.page
