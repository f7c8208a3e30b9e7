# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures and sounds beside a form's texts: found, in the right language, and told of where they cannot be shown."""

import base64
import json

from core.form_languages import joined
from core.forms.definition import Form
from core.forms.formio.loading import load as load_formio
from core.forms.media import NO_MEDIA, Media
from core.forms.problems import Fate, FormNote
from core.forms.xforms import load
from core.ids import FormId, Language, QuestionPath
from ui.registry_form import form_source
from ui.registry_media_form import QUESTIONS
from ui.registry_pictures import street_files

EN, AR = Language("en"), Language("ar")
PIXEL = b"\x89PNG not really"
ADDRESS = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"


def opened(source: bytes, files: dict[str, bytes] | None = None) -> Form:
    form = load(source, files)
    assert isinstance(form, Form), form
    return form


def itext(values: str, more: str = "") -> bytes:
    return f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Media</h:title><model><itext>
 <translation lang="en" default=""><text id="a">{values}</text></translation>{more}</itext>
 <instance><data id="media"><a/></data></instance><bind nodeset="/data/a" type="string"/></model></h:head>
 <h:body><input ref="/data/a"><label ref="jr:itext('a')"/></input></h:body></h:html>""".encode()


def media(form: Form, language: Language = EN) -> Media:
    return form.question(QuestionPath("/data/a")).label.media_in(language)


def test_a_question_and_its_choices_have_their_files_in_every_language() -> None:
    form = opened(form_source(QUESTIONS), dict(street_files()))
    seen = form.question(QuestionPath("/data/seen")).label
    for language in form.languages:
        assert seen.media_in(language) == Media("bench.png", "", "told.wav")
    choices = form.question(QuestionPath("/data/broken")).choices
    assert [one.label.media_in(AR).picture for one in choices] == ["lamp.png", "bench.png", "bin.png"]
    assert set(form.files) == set(street_files())
    assert form.notes == ()


def test_a_choice_that_is_a_picture_needs_no_words() -> None:
    form = opened(form_source(QUESTIONS), dict(street_files()))
    bare = form.question(QuestionPath("/data/bare")).choices
    assert [one.label.versions for one in bare] == [(), (), ()]
    assert all(one.label.media for one in bare)


def test_a_file_that_did_not_come_is_told_to_the_author_and_keeps_nobody_from_filling() -> None:
    form = opened(itext('<value>Where?</value><value form="image">jr://images/a%20map.png</value>'))
    assert media(form).picture == "a map.png"
    assert form.files == {}
    assert form.notes == (FormNote("a map.png", "file", Fate.NOT_SHOWN),)


def test_a_film_and_a_computed_picture_are_told_to_the_author() -> None:
    values = (
        '<value>Where?</value><value form="video">jr://video/a.mp4</value>'
        '<value form="image">jr://images/<output value="/data/a"/>.png</value>'
        '<value form="big-image">jr://images/b.png</value>'
    )
    form = opened(itext(values), {"b.png": PIXEL})
    assert media(form) == Media("", "b.png")
    assert {one.construct for one in form.notes} == {"video", "image"}


def test_an_address_that_is_no_file_of_the_form_is_none() -> None:
    form = opened(itext('<value>Where?</value><value form="image">https://example.org/a.png</value>'))
    assert media(form) == NO_MEDIA
    assert form.files == {}


def test_a_picture_in_another_language_is_better_than_none() -> None:
    more = '<translation lang="ar"><text id="a"><value>أين؟</value></text></translation>'
    form = opened(itext('<value>Where?</value><value form="image">jr://images/b.png</value>', more))
    assert media(form, AR).picture == "b.png"


def formio(shown: dict[str, object]) -> Form:
    asked = {"type": "textfield", "key": "name", "label": "Name?", "input": True}
    form = load_formio(json.dumps({"title": "T", "components": [shown, asked]}).encode(), FormId("t"))
    assert isinstance(form, Form), form
    return form


def test_a_picture_in_the_html_of_a_json_form_is_shown_with_its_own_words() -> None:
    shown = f"<p>Look:</p><img class='x' src='{ADDRESS}' alt='The &quot;old&quot; harbour'>"
    form = formio({"type": "content", "key": "c", "html": shown})
    label = form.questions[0].label
    assert label.versions[0].parts == ("Look:",)
    assert label.media_in(EN) == Media(ADDRESS, told='The "old" harbour')
    assert form.files == {ADDRESS: PIXEL}


def test_a_component_that_is_only_a_picture_is_kept() -> None:
    form = formio({"type": "image", "key": "c", "image": [{"url": ADDRESS}], "altText": "The harbour"})
    assert form.questions[0].label.media_in(EN).told == "The harbour"


def test_nothing_is_fetched_for_a_json_form() -> None:
    form = formio({"type": "content", "key": "c", "html": "Look: <img src='https://example.org/a.png'>"})
    assert form.questions[0].label.media == ()
    assert form.files == {}


def test_a_form_of_several_languages_has_the_pictures_of_all() -> None:
    other = ADDRESS.replace("png;", "gif;")
    one = formio({"type": "content", "key": "c", "html": f"Look <img src='{ADDRESS}'>"})
    two = formio({"type": "content", "key": "c", "html": f"انظر <img src='{other}'>"})
    form = joined([(EN, one), (AR, two)])
    assert form.questions[0].label.media_in(AR).picture == other
    assert form.files == {ADDRESS: PIXEL, other: PIXEL}
