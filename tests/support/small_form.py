# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small form with a condition, a constraint and two languages, for tests of the visit and of pages."""

from datetime import UTC, datetime

from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId

NAME = QuestionPath("/data/name")
WHO = QuestionPath("/data/who")
CHILDREN = QuestionPath("/data/children")
FLAT = QuestionPath("/data/flat")

SOURCE = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
  <h:head>
    <h:title>Move</h:title>
    <model>
      <itext>
        <translation lang="English (en)" default="true()">
          <text id="name"><value>What is your name?</value></text>
          <text id="who"><value>Who moves?</value></text>
          <text id="me"><value>Only me</value></text>
          <text id="family"><value>A family</value></text>
          <text id="children"><value>How many children?</value></text>
          <text id="few"><value>Write a number from 1 to 12.</value></text>
          <text id="flat"><value>Which flat? (if you have one)</value></text>
        </translation>
        <translation lang="العربية (ar)">
          <text id="name"><value>ما اسمك؟</value></text>
          <text id="who"><value>من ينتقل؟</value></text>
          <text id="me"><value>أنا فقط</value></text>
          <text id="family"><value>عائلة</value></text>
          <text id="children"><value>كم طفلًا؟</value></text>
          <text id="few"><value>اكتب رقمًا من 1 إلى 12.</value></text>
          <text id="flat"><value>أي شقة؟ (إن وُجدت)</value></text>
        </translation>
      </itext>
      <instance>
        <data id="move" version="1"><name/><who/><children/><flat/><meta><instanceID/></meta></data>
      </instance>
      <bind nodeset="/data/name" type="string" required="true()"/>
      <bind nodeset="/data/who" type="string" required="true()"/>
      <bind nodeset="/data/children" type="int" required="true()" relevant=" /data/who = 'family'"
            constraint=". &gt;= 1 and . &lt;= 12" jr:constraintMsg="jr:itext('few')"/>
      <bind nodeset="/data/flat" type="string"/>
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body>
    <input ref="/data/name"><label ref="jr:itext('name')"/></input>
    <select1 ref="/data/who"><label ref="jr:itext('who')"/>
      <item><label ref="jr:itext('me')"/><value>me</value></item>
      <item><label ref="jr:itext('family')"/><value>family</value></item>
    </select1>
    <input ref="/data/children"><label ref="jr:itext('children')"/></input>
    <input ref="/data/flat"><label ref="jr:itext('flat')"/></input>
  </h:body>
</h:html>
"""

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)


def form() -> Form:
    """The form, opened."""
    opened = xforms.load(SOURCE.encode())
    assert isinstance(opened, Form), opened
    return opened


def entry(submission: str = "uuid:6a5c9d52-0000-4000-8000-000000000001") -> Entry:
    """The form, just begun."""
    return Entry.begin(form(), SubmissionId(submission), NOW.date(), NOW)
