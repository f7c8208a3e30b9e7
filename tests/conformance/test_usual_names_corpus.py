# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of what real forms ask of a person is known by its meaning, whatever its name, and nothing else is (UND-07).

A personal question is one whose name holds a word of `PERSONAL`. It may be about somebody of whom there are more: an
independent list of words says so, and nothing with any of them may be known.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.forms import xforms
from core.forms.definition import Form, Question
from core.forms.formio import loading as formio
from core.forms.json_schema import loading as json_schema
from core.ids import FormId
from core.visit.said_before import TERM, _known, _often
from tests.support.corpora import corpora
from tests.support.form_filling import begun

pytestmark = pytest.mark.filterwarnings("ignore:The metaschema specified by")

PERSONAL = re.compile(
    r"(first|last|middle|given|family|full|sur)_?name|^(first|last|middle)$|birth|^dob$|e_?mail|phone|telefon|address_?line|"
    r"street|^city|zip|post_?(al_?)?code|postnr|postnummer|poststed|^iban$|ssn|social_security|^bsn$|fornavn|etternavn|"
    r"vegadresse|fodselsdato|account_number|routing_number|nationality|occupation"
)
OTHERS = re.compile(
    r"child|kid|dependent|student|school|institution|employ|provider|guardian|relative|previous|former|old_|secondary|"
    r"primary_care|organi|preparer|represent|official|facility|hospital|doctor|kin|emergency|contact_two|agent|creditor|"
    r"beneficiary|third_party|witness|reference|guest|farmer|reporter|barn|mottaker|sponsor|parent|attorney|temporary|"
    r"billing|shipping|utenlandsk|new_|planned|current_mailing|incident|marriage|divorce|death|buried|user|persons|"
    r"education_program|nursing_home|conference_rep|point_of_contact|homelessness_contact|security_answer|bank_phone|"
    r"payee|patient|anonymous"
)
"""Words of whoever there may be more of; an address of another kind counts too."""


def forms() -> Iterator[Form]:
    """Every form of the corpora that opens as a citizen would have it."""
    for file in sorted((corpora() / "xforms").rglob("*.xml")):
        yield from one(xforms.load(file.read_bytes()))
    for folder in ("formio", "open-forms"):
        for file in sorted((corpora() / folder).rglob("*.json")):
            yield from one(formio.load(file.read_bytes(), FormId(file.stem)))
    for file in sorted((corpora() / "jsonschema").rglob("*.json")):
        if "test-suite" not in file.parts:
            yield from one(json_schema.load(schema(file), FormId(file.stem)))


def schema(file: Path) -> bytes:
    """An example brings its schema along with other things."""
    found = json.loads(file.read_bytes())
    inner = found.get("schema") if isinstance(found, dict) else None
    return json.dumps(inner if isinstance(inner, dict) else found).encode()


def one(opened: object) -> Iterator[Form]:
    if isinstance(opened, Form):
        yield opened


def plain(path: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", path).replace("-", "_").casefold()


def is_personal(question: Question) -> bool:
    name = plain(question.path.rpartition("/")[2])
    return (
        question.type.value in ("text", "date") and PERSONAL.search(re.sub(r"~\d+\Z", "", name)) is not None
    )


@pytest.mark.long
@pytest.mark.requirement("UND-07", part="what another form asks in other words")
def test_most_of_what_real_forms_ask_of_their_person_is_known_by_its_meaning() -> None:
    counted, wrong, missed = Counter[str](), list[str](), list[str]()
    for form in forms():
        entry = begun(form)
        often = _often(entry)
        for question in entry.questions():
            known = _known(entry, question, often)
            by_meaning = known is not None and any(way.startswith(TERM) for way in known[0].splitlines())
            of_another = OTHERS.search(plain(question.path)) is not None
            if by_meaning and of_another:
                wrong.append(question.path)
            if is_personal(question) and "[" not in question.path:
                counted["of another" if of_another else "known" if by_meaning else "not known"] += 1
                if not by_meaning and not of_another:
                    missed.append(question.path)
    assert wrong == []
    # The forms are recorded ones: these are the figures of `conformance/requirements.toml`, and no fewer may be known.
    assert counted["known"] >= 1_021, counted
    assert counted["not known"] <= 295, missed
