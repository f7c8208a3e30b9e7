# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The submission that an agency gets: its form, its answers, its identity, and nothing else."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core.forms.definition import Form
from core.forms.submission_xml import to_xml
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support import small_forms
from tests.support.form_filling import NOW, SUBMISSION, begun
from tests.support.small_forms import inputs

META = "<meta><instanceID/></meta>"


def test_a_submission_carries_the_form_its_version_the_answers_and_the_id() -> None:
    entry = small_forms.entry(f"<a/><b/>{META}", "", inputs("a", "b")).answer(
        QuestionPath("/data/a"), "x & <y>"
    )
    assert to_xml(entry) == (
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b'<data id="small" version="7"><a>x &amp; &lt;y&gt;</a><b/>'
        b"<meta><instanceID>" + SUBMISSION.encode() + b"</instanceID></meta></data>"
    )


def test_what_is_not_relevant_is_left_out_with_all_that_is_in_it() -> None:
    entry = small_forms.entry(
        f"<a/><g><b>kept secret</b></g>{META}",
        """<bind nodeset="/data/g" relevant="/data/a = '1'"/>""",
        inputs("a") + '<input ref="/data/g/b"/>',
    )
    assert b"secret" not in to_xml(entry)
    assert b"<g>" not in to_xml(entry)
    assert b"<g><b>kept secret</b></g>" in to_xml(entry.answer(QuestionPath("/data/a"), "1"))


def test_a_form_that_forgot_the_id_gets_one() -> None:
    root = etree.fromstring(to_xml(small_forms.entry("<a/>", "", inputs("a"))))
    assert (
        root.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceID") == SUBMISSION
    )


def test_a_meta_block_in_the_openrosa_namespace_stays_there() -> None:
    entry = small_forms.entry("<a/><orx:meta><orx:instanceID/></orx:meta>", "", inputs("a"))
    root = etree.fromstring(to_xml(entry))
    assert (
        root.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceID") == SUBMISSION
    )
    assert len(root.findall(".//{*}instanceID")) == 1


def test_a_form_named_by_its_namespace_is_sent_in_it() -> None:
    source = small_forms.source(f"<a/>{META}", '<bind nodeset="/data/a"/>', inputs("a"))
    form = load(source.replace(b'<data id="small"', b'<data xmlns="http://example.org/form"'))
    assert isinstance(form, Form)
    assert form.id == "http://example.org/form"
    root = etree.fromstring(to_xml(begun(form)))
    assert root.tag == "{http://example.org/form}data"
    assert root.findtext(".//{*}instanceID") == SUBMISSION


def test_the_end_is_stamped_when_it_is_told() -> None:
    binds = (
        '<bind nodeset="/data/s" jr:preload="timestamp" jr:preloadParams="start"/>'
        '<bind nodeset="/data/e" jr:preload="timestamp" jr:preloadParams="end"/>'
    )
    entry = small_forms.entry(f"<s/><e/><a/>{META}", binds, inputs("a"))
    assert etree.fromstring(to_xml(entry)).findtext("e") == ""
    root = etree.fromstring(to_xml(entry, NOW + timedelta(minutes=5)))
    assert root.findtext("s") == "2026-11-23T21:00:00.000+00:00"
    assert root.findtext("e") == "2026-11-23T21:05:00.000+00:00"


def test_the_same_entry_always_gives_the_same_bytes() -> None:
    entry = small_forms.entry(f"<a/><b/>{META}", '<bind nodeset="/data/b" calculate="uuid()"/>', inputs("a"))
    assert to_xml(entry) == to_xml(entry)
    assert len(etree.fromstring(to_xml(entry)).findtext("b") or "") == 36


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_that_is_taken_arrives_exactly(raw: str) -> None:
    path = QuestionPath("/data/a")
    entry = small_forms.entry(f"<a/>{META}", "", inputs("a")).answer(path, raw)
    root = etree.fromstring(to_xml(entry))
    if entry.problem(path) is None and raw.strip():
        assert root.findtext("a") == raw.replace("\r\n", "\n").replace("\r", "\n")
