# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says to a form's author where a form cannot be opened, why, and what would help."""

from collections.abc import Mapping
from typing import Final

from core.forms.problems import FormProblem

_SENTENCES: Final[Mapping[str, str]] = {
    "form.unsupported": "{construct} is not supported",
    "form.empty": "the file is empty",
    "form.not_xml": "this is no well-formed XML",
    "form.not_json": "this is no JSON",
    "form.doctype": "a document type is refused: forms need none, and entities are how XML attacks its readers",
    "form.too_large": "too large; the most is {most}",
    "form.too_deep": "nested too deeply; the most is {most} levels",
    "form.too_entangled": "{column} is too long or nested too deeply to be worked out; make it of several steps",
    "form.not_a_schema": "this breaks the rules for JSON Schemas",
    "form.no_instance": "the model has no <instance> to hold the answers",
    "form.no_id": "the form has no id: the first element of its <instance> needs an attribute id",
    "form.attachment_missing": "the file {file} is not beside the form: put it into the same folder, or into media/",
    "form.not_a_list": "this is no list of rows that can be read; CSV, XML and GeoJSON are",
    "form.public_key": "this is no RSA key of 2,048 bits or more (DER in base64): nothing could be encrypted to it",
    "form.missing_node": "{path} leads to nothing",
    "form.duplicate_node": "two questions of the same name lie in the same place; give one of them another name",
    "form.two_metas": "there are two <meta> here, one of them perhaps in another namespace (orx:meta); keep one",
    "form.duplicate_bind": "two binds are for this question; join them into one",
    "form.function": "the function {what} is not known, in {column}",
    "form.cycle": "these depend on themselves, so that none can be worked out first: {nodes}",
    "form.no_choices": "a question with choices has none",
    "form.choices_not_fetched": "its choices are at {address} and were not fetched: a courier brings them with a form "
    "that it fetches from its server, and so does this command when it is given the form's address",
    "form.inside": "a {standard} form stands here inside a larger document: save this part as a file of its own",
    "form.text_missing": "the text {text} is in no language of the form's <itext>",
}

_CONSTRUCTS: Final[Mapping[str, str]] = {
    "recordaudio": "recording sound while somebody fills the form (recordaudio) is not supported",
    "choices from values": "a question with choices has none",
    "choices from nothing": "a question with choices has none",
    **{
        f"choices from {source}": "its choices are made by the Open Forms server while somebody fills the form "
        f"(openForms.dataSrc: {source}); the form does not bring them"
        for source in ("variable", "referenceLists")
    },
    **{
        proof: f"a proof that a person is there ({proof}) is made in a browser alone, and the server wants it"
        for proof in ("recaptcha", "captcha")
    },
    "choices from custom": "choices that a script makes (dataSrc: custom) are not supported",
    "a value of any kind": "nothing says what is to be asked here; a JSON Schema has a type or properties, a "
    "definition of Form.io has components",
    "a needed answer that no control asks for": "an answer is needed here, and no control of the UI schema asks for it",
    "openForms.requireVerification": "an e-mail address that its server wants proven by a code first "
    "(openForms.requireVerification) is not supported: nobody can read their mail here",
    "computed label": "choices whose words are worked out are not supported; let the label be a member",
}
"""What says more to an author than its own name."""


NOWHERE: Final = ", which is nowhere"
ELSEWHERE: Final = "file (storage: "


def in_words(problem: FormProblem) -> str:
    """A reason against a form: the place, and what is wrong there."""
    return f"{problem.place}: {_said(problem)}"


def _said(problem: FormProblem) -> str:
    values = problem.values
    construct = values.get("construct", "")
    match problem.key:
        case "form.unsupported" if construct in _CONSTRUCTS:
            return _CONSTRUCTS[construct]
        case "form.unsupported" if construct.endswith(NOWHERE):
            return f"{construct} among what this form asks"
        case "form.unsupported" if construct.startswith(ELSEWHERE):
            return f"a {construct} goes to a place of its platform's own, which is not supported; base64 sends it along"
        case "form.not_a_form" if values.get("missing") == "html":
            return "this is no form to fill in: an XForm begins with <h:html>, and answers to one do not"
        case "form.not_a_form" if problem.place in ("#", "<html>"):
            return f"this is no form to fill in: it has no {values['missing']}"
        case "form.not_a_form":
            return f"{values['missing']} is missing"
        case "form.pattern" if "pattern" in values:
            return f"the pattern {values['pattern']} cannot be read"
        case "form.expression" | "form.construct" | "form.pattern":
            return f"{values.get('column', 'an expression')} cannot be read: {values.get('what', '')}".rstrip(
                ": "
            )
        case key:
            return _SENTENCES[key].format_map(_Told(values))


class _Told(dict[str, str]):
    """What a problem tells. A value that it does not tell is said to be so, and spoils no sentence."""

    def __missing__(self, name: str) -> str:
        return "less" if name == "most" else f"an unnamed {name}"
