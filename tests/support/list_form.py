# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small form with a list to which people add, and a list in each of its entries, for tests of the visit."""

from datetime import UTC, datetime

from core.forms import xforms
from core.forms.definition import Form
from core.forms.entry import Entry
from core.ids import QuestionPath, SubmissionId

STREET = QuestionPath("/data/street")
PEOPLE = QuestionPath("/data/person[+]")
PHONE = QuestionPath("/data/phone")

SOURCE = """<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:jr="http://openrosa.org/javarosa">
  <h:head>
    <h:title>Household</h:title>
    <model>
      <instance>
        <data id="move" version="1"><street/>
          <person jr:template=""><name/><age/><pet jr:template=""><kind/></pet></person>
          <person><name/><age/><pet><kind/></pet></person>
          <phone/><meta><instanceID/></meta></data>
      </instance>
      <bind nodeset="/data/street" type="string" required="true()"/>
      <bind nodeset="/data/person/name" type="string" required="true()"/>
      <bind nodeset="/data/person/age" type="int"/>
      <bind nodeset="/data/phone" type="string"/>
      <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    </model>
  </h:head>
  <h:body>
    <input ref="/data/street"><label>Which street?</label></input>
    <group ref="/data/person"><label>Who lives there?</label>
      <repeat nodeset="/data/person">
        <input ref="/data/person/name"><label>What is their name?</label></input>
        <input ref="/data/person/age"><label>How old are they?</label></input>
        <group ref="/data/person/pet"><label>Pets</label>
          <repeat nodeset="/data/person/pet">
            <input ref="/data/person/pet/kind"><label>What kind of animal?</label></input>
          </repeat>
        </group>
      </repeat>
    </group>
    <input ref="/data/phone"><label>Telephone?</label></input>
  </h:body>
</h:html>
"""


def person(number: int, name: str) -> QuestionPath:
    """A question in an entry of the list."""
    return QuestionPath(f"/data/person[{number}]/{name}")


def pets(number: int) -> QuestionPath:
    """The list inside an entry."""
    return QuestionPath(f"/data/person[{number}]/pet[+]")


def entry() -> Entry:
    """The form, begun. AssertionError when it cannot be opened."""
    form = xforms.load(SOURCE.encode())
    assert isinstance(form, Form), form
    now = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    submission = SubmissionId("uuid:6a5c9d52-0000-4000-8000-000000000004")
    return Entry.begin(form, submission, now.date(), now)
