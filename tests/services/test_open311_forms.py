# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a city takes reports about becomes a form that the engine opens, in every language the city speaks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from core.ids import FormId, Language
from core.text import LocalisedText
from services.boundary import Failed, Failure, Limits
from services.documents import Json
from services.http import Http
from services.open311.discovery import discover
from services.open311.fields import Kind, attribute_of, element_name, escaped, unescaped
from services.open311.form import LocalisedAttribute, Unanswerable, write_form
from services.open311.forms import Open311Forms
from services.open311.question_words import STANDARD_WORDS
from services.open311.records import read_definition
from services.origins import Origins
from services.published_forms import FormsNews
from tests.support import chaos_server as c
from tests.support.sandbox_town import RunningTown

XF = "{http://www.w3.org/2002/xforms}"
LIMITS = Limits(connect=0.5, read=0.5, total=1.0)
ROOT = Path(__file__).parents[2]


def definition(*attributes: dict[str, Json]) -> tuple[LocalisedAttribute, ...]:
    found = read_definition({"service_code": "POT", "attributes": list(attributes)})
    assert found is not None
    return tuple(
        LocalisedAttribute(
            one,
            LocalisedText.of({"und": one.description}),
            LocalisedText(),
            tuple((key, LocalisedText.of({"und": name})) for key, name in one.values),
        )
        for one in found
    )


def written(*attributes: dict[str, Json]) -> etree._Element:
    name = LocalisedText.of({"en": "Pothole"})
    languages = (Language("en"), Language("ar"))
    form = write_form(FormId("POT"), name, definition(*attributes), languages, STANDARD_WORDS)
    assert isinstance(form, bytes)
    return etree.fromstring(form)


def test_each_datatype_becomes_its_question_in_the_standards_order() -> None:
    values: Json = [{"key": "a b", "name": "A"}, {"key": 2, "name": "B"}]
    form = written(
        {"code": "many", "datatype": "multivaluelist", "values": values, "order": 4, "required": "false"},
        {"code": "one", "datatype": "singlevaluelist", "values": values, "order": 3, "required": True},
        {"code": "depth", "datatype": "number", "order": 1, "required": "true", "description": "How deep?"},
        {"code": "day", "datatype": "datetime", "order": 2},
        {
            "code": "info",
            "datatype": "string",
            "order": 5,
            "variable": "false",
            "description": "We close at 5.",
        },
        {"code": "secret", "datatype": "string", "order": 6, "automated": "server_set", "required": "true"},
    )
    binds = {bind.get("nodeset", "")[13:]: bind for bind in form.iter(f"{XF}bind")}
    assert list(binds)[:-1] == [
        "description",
        "t_depth",
        "d_day",
        "c_one",
        "m_many",
        "t_info",
        "address_string",
    ]
    assert [one.get("type") for one in binds.values()][1:5] == ["decimal", "date", "string", "string"]
    required = [name for name, bind in binds.items() if bind.get("required") == "true()"]
    assert required == ["description", "t_depth", "c_one", "address_string"]
    assert binds["t_info"].get("readonly") == "true()"
    choices = [value.text for item in form.iter(f"{XF}item") for value in item.iter(f"{XF}value")]
    assert choices == ["a_20_b", "2", "a_20_b", "2"]


def test_every_text_stands_in_every_language_with_what_there_is() -> None:
    form = written({"code": "depth", "datatype": "number", "description": "How deep?"})
    translations = {one.get("lang"): one for one in form.iter(f"{XF}translation")}
    assert list(translations) == ["English (en)", "العربية (ar)"]
    texts = {
        lang: {text.get("id"): "".join(str(part) for part in text.itertext()) for text in one}
        for lang, one in translations.items()
    }
    assert texts["English (en)"].keys() == texts["العربية (ar)"].keys()
    assert texts["العربية (ar)"]["/data/report/t_depth:label"] == "How deep?"
    assert texts["العربية (ar)"]["/data/report/address_string:label"] == "أين المكان؟"


def test_the_same_definition_is_the_same_form_and_another_one_has_another_version() -> None:
    def version(description: str) -> str:
        form = written({"code": "a", "datatype": "string", "description": description})
        instance = form.find(f".//{XF}instance")
        assert instance is not None
        return str(instance[0].get("version"))

    assert version("x") == version("x")
    assert version("x") != version("y")


def test_a_service_that_only_programs_can_fill_is_not_offered() -> None:
    (attribute,) = definition(
        {"code": "usrn", "automated": "hidden_field", "required": "true", "datatype": "string"}
    )
    form = write_form(
        FormId("X"), LocalisedText.of({"en": "X"}), (attribute,), (Language("en"),), STANDARD_WORDS
    )
    assert form == Unanswerable("usrn")


def test_codes_and_keys_survive_the_way_into_a_form_and_back() -> None:
    for text in ("depth", "a b", "café_au-lait", "孔", "_", "a_20_b", "x" * 300, "<&>\"'", "1"):
        assert unescaped(escaped(text)) == text
        for kind in Kind:
            assert attribute_of(element_name(kind, text)) == (kind, text)
        etree.fromstring(f"<{element_name(Kind.TEXT, text)}/>")
    assert attribute_of("description") is None
    assert attribute_of("address_string") is None


def served(answers: dict[str, bytes]) -> tuple[FormsNews | Failed, list[bytes]]:
    async def behave(exchange: c.Exchange) -> None:
        request = await exchange.request()
        await exchange.say(answers.get(request.split(b" ")[1].decode(), c.answer(404)))

    with c.chaos(behave) as server:
        forms = Open311Forms(Http(Origins.of([server.origin]), LIMITS))
        return forms.refresh(server.url, frozenset({FormId("POT"), FormId("BIN")}), (), 1.0), server.requests


SERVICES = json.dumps(
    [
        {"service_code": "POT", "service_name": "Potholes", "metadata": "true"},
        {"service_code": "BIN", "service_name": "Bins", "metadata": False},
    ]
).encode()


def test_a_server_that_names_no_language_is_asked_once() -> None:
    pot = b'{"service_code":"POT","attributes":[{"code":"a","datatype":"string"}]}'
    news, requests = served(
        {"/services.json": c.answer(200, SERVICES), "/services/POT.json": c.answer(200, pot)}
    )
    assert isinstance(news, FormsNews)
    assert [one.form for one in news.changed] == ["POT", "BIN"]
    assert len(requests) == 2


def test_a_definition_that_does_not_come_leaves_the_others() -> None:
    news, _ = served({"/services.json": c.answer(200, SERVICES)})
    assert isinstance(news, FormsNews)
    assert news.troubled == ((FormId("POT"), Failure.STATUS),)
    assert [one.form for one in news.changed] == ["BIN"]


def test_a_server_that_speaks_xml_only_is_understood() -> None:
    xml = (
        b"<services><service><service_code>BIN</service_code><service_name>Bins</service_name>"
        b"<metadata>false</metadata></service></services>"
    )
    news, _ = served({"/services.xml": c.answer(200, xml)})
    assert isinstance(news, FormsNews)
    assert [one.form for one in news.changed] == ["BIN"]


def test_a_page_or_an_empty_list_never_removes_what_is_offered() -> None:
    for body in (b"[]", b"{}", b"<!DOCTYPE html><html/>"):
        news, _ = served({"/services.json": c.answer(200, body)})
        assert isinstance(news, Failed)


def test_the_towns_services_come_in_four_languages(town: RunningTown) -> None:
    endpoint = f"{town.url}/open311/v2"
    forms = Open311Forms(Http(Origins.of([town.url])))
    offered = forms.refresh(endpoint, frozenset(), (), 1.0)
    assert isinstance(offered, FormsNews)
    assert len(offered.offered) >= 5
    news = forms.refresh(endpoint, frozenset(offered.offered), (), 1.0)
    assert isinstance(news, FormsNews)
    assert [one.form for one in news.changed] == list(offered.offered)
    for one in news.changed:
        form = etree.fromstring(one.source)
        langs = [str(translation.get("lang")) for translation in form.iter(f"{XF}translation")]
        assert langs == ["English (en)", "Español (es)", "العربية (ar)", "简体中文 (zh-Hans)"]
    again = forms.refresh(endpoint, frozenset(offered.offered), news.changed, 2.0)
    assert again == FormsNews(offered.offered)


def test_sealing_loads_no_http_library() -> None:
    program = (
        "import sys, services.openrosa.envelope, services.open311.envelope\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('httpx2', 'httpcore2', 'ssl')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_the_towns_endpoint_is_discovered_in_both_formats(town: RunningTown, ending: str) -> None:
    found = discover(Http(Origins.of([town.url])), f"{town.url}/open311/discovery.{ending}")
    assert not isinstance(found, Failed)
    assert [(one.url, one.type) for one in found] == [(f"{town.url}/open311/v2", "test")]
    assert found[0].formats == ("text/xml", "application/json")
    assert found[0].specification == "http://wiki.open311.org/GeoReport_v2/"


def test_what_is_no_discovery_document_is_a_failure() -> None:
    for answer, kind in ((c.answer(200, b"{}"), Failure.BAD_ANSWER), (c.answer(404), Failure.STATUS)):
        with c.chaos(c.raw(answer)) as server:
            found = discover(Http(Origins.of([server.origin]), LIMITS), f"{server.url}/discovery.json")
        assert isinstance(found, Failed)
        assert found.kind is kind
