# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens every published form of the corpora: each is opened and can be filled, or is refused with a true reason."""

import re
import time
from collections import Counter
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from core.forms.definition import Form
from core.forms.problems import FormProblem
from core.forms.submission_xml import to_xml
from core.forms.xforms import FormProblems, load
from tests.support.corpora import attachments, corpora
from tests.support.form_filling import SUBMISSION, fill

SECONDS = 60.0
"""For all files together, on a machine that does other things as well."""


def files() -> list[Path]:
    root = corpora()
    index = (root / "INDEX.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t", 1)[0] for line in index]
    return [root / name for name in names if name.startswith("xforms/") and name.endswith(".xml")]


LEAST_OPENED = 250

DEAD_ENDS: dict[str, tuple[str, ...]] = {
    # Requires a third level, but has choices of it for one of the second level only.
    "three-level-cascading-select.xml": ("/data/level3",),
    # Takes only a place inside a certain shape.
    "geofence.xml": ("/data/geo",),
    # Offers what begins with an answer that is asked for later.
    "rank.xml": ("/rank/r1",),
}
"""Questions that their forms require without offering an answer, on some ways through the form."""

ELEMENTS = {
    "repeat": r"<(?:\w+:)?repeat\b|jr:template",
    "external instance": r"<(?:\w+:)?instance\b[^>]*\ssrc\s*=",
    "search()": r"search\(",
    "query": r"\squery\s*=",
    "choices from answers": r"<(?:\w+:)?itemset\b[^>]*nodeset\s*=\s*(['\"])(?!\s*instance\()",
    "computed label": r"<(?:\w+:)?(?:label|value)\s+ref\s*=\s*(['\"])[^'\"]*\(",
}
TYPES = ("barcode", "geopoint", "geotrace", "geoshape", "binary")


def is_construct(construct: str, text: str) -> bool:
    if construct in ELEMENTS:
        return re.search(ELEMENTS[construct], text) is not None
    if construct in TYPES:
        return re.search(rf"type\s*=\s*['\"][^'\"]*{construct}", text) is not None
    if construct.startswith("setvalue on "):
        return all(event in text for event in construct.removeprefix("setvalue on ").split())
    return re.search(rf"<(?:\w+:)?{re.escape(construct)}\b", text) is not None


def is_true(problem: FormProblem, text: str) -> bool:
    """Whether the construct that a reason names is really in the file; looked for without the loader's own code."""
    values = problem.values
    match problem.key:
        case "form.unsupported":
            return is_construct(values["construct"], text)
        case "form.not_xml":
            return not well_formed(text)
        case "form.doctype":
            return "<!DOCTYPE" in text
        case "form.not_a_form":
            return re.search(rf"<(?:\w+:)?{values['missing']}\b", text) is None
        case "form.no_instance":
            return re.search(r"<(?:\w+:)?instance\b", text) is None
        case "form.attachment_missing":
            return values["file"] in unquote(text)
        case "form.no_id":
            return "id" not in data_of(text).attrib
        case "form.missing_node":
            return is_missing(values["path"], text)
        case "form.duplicate_node":
            return is_doubled(problem.place, text)
        case "form.function":
            return values["what"].partition("(")[0] + "(" in text.replace(" (", "(")
        case "form.text_missing":
            return f'<text id="{values["text"]}"' not in text
        case "form.no_choices":
            return re.search(r"<(?:\w+:)?select1?\b", text) is not None
        case "form.cycle":
            names = [path.rsplit("/", 1)[-1] for path in values["nodes"].split()]
            rules = re.findall(r"(?:calculate|relevant)\s*=\s*(\"[^\"]*\"|'[^']*')", text)
            return all(any(re.search(rf"\b{re.escape(name)}\b|\.", rule) for rule in rules) for name in names)
        case _:
            return False


def well_formed(text: str) -> bool:
    try:
        ET.fromstring(text)
    except ET.ParseError:
        return False
    return True


def data_of(text: str) -> ET.Element:
    instance = next(one for one in ET.fromstring(text).iter() if local(one) == "instance")
    return next(iter(instance))


def local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def is_missing(path: str, text: str) -> bool:
    if path.startswith("instance("):
        name = path.split("'")[1]
        return re.search(rf"<(?:\w+:)?instance\b[^>]*id\s*=\s*['\"]{re.escape(name)}['\"]", text) is None
    names = [part.rpartition(":")[2] for part in path.strip("/").split("/")]
    return not reached(data_of(text), names)


def reached(data: ET.Element, names: list[str]) -> list[ET.Element]:
    at = [data] if names[:1] == [local(data)] else []
    for name in names[1:]:
        at = [child for one in at for child in one if local(child) == name]
    return at


def is_doubled(path: str, text: str) -> bool:
    return len(reached(data_of(text), path.strip("/").split("/"))) > 1


def test_every_form_is_opened_or_refused_with_a_reason_that_is_in_the_file() -> None:
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    untrue: list[str] = []
    began = time.monotonic()
    for file in files():
        source = file.read_bytes()
        result = load(source, attachments(str(file)))
        if isinstance(result, Form):
            outcomes["opened"] += 1
            continue
        outcomes["refused"] += 1
        assert result.problems
        text = source.decode("utf-8", "replace")
        text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
        untrue += [f"{file.name}: {problem}" for problem in result.problems if not is_true(problem, text)]
        reasons.update({problem.values.get("construct", problem.key) for problem in result.problems})
    spent = time.monotonic() - began
    print(
        dict(outcomes),
        f"in {spent:.1f} s;",
        ", ".join(f"{what} {count}" for what, count in reasons.most_common()),
    )
    assert untrue == []
    assert outcomes["opened"] >= LEAST_OPENED
    assert spent < SECONDS


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_opened_forms_are_filled_to_the_end_and_give_a_well_formed_submission(turn: int) -> None:
    asked = filled = 0
    stuck: dict[str, tuple[str, ...]] = {}
    for file in files():
        form = load(file.read_bytes(), attachments(str(file)))
        if isinstance(form, FormProblems):
            continue
        result = fill(form, turn)
        asked += result.asked
        filled += 1
        if result.stuck:
            stuck[file.name] = result.stuck
        root = etree.fromstring(to_xml(result.entry))
        assert root.findtext(".//{*}instanceID") == SUBMISSION, file.name
        assert root.get("id", form.id) == form.id, file.name
    print(f"{filled} forms filled, {asked} questions asked")
    assert {name: paths for name, paths in stuck.items() if DEAD_ENDS.get(name) != paths} == {}


@pytest.mark.parametrize("name", ["whova_form.xml", "nigeria_wards_internal_2ndry_instance_minified.xml"])
def test_the_largest_forms_open_within_seconds(name: str) -> None:
    source = (corpora() / "xforms" / "javarosa" / name).read_bytes()
    began = time.monotonic()
    form = load(source)
    spent = time.monotonic() - began
    print(f"{name}: {len(source)} bytes in {spent:.2f} s")
    assert isinstance(form, Form)
    assert spent < 10
