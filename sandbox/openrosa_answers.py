# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the XML answers of the OpenRosa 1.0 documents; decides nothing."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from starlette.responses import Response

from sandbox.form_files import FormFile
from sandbox.records import Received

ACCEPTED_BYTES = 100_000_000
HEADERS = {
    "X-OpenRosa-Version": "1.0",
    "X-OpenRosa-Accept-Content-Length": str(ACCEPTED_BYTES),
    "Vary": "Accept-Encoding",
    "Cache-Control": "private, no-cache",
}
REFERENCE_WORDS = {
    "en": "Reference",
    "es": "Referencia",
    "ar": "الرقم المرجعي",
    "zh-Hans": "编号",
}


def xml_answer(status: int, body: str, language: str = "en") -> Response:
    """An answer with the headers that every OpenRosa answer carries."""
    return Response(
        body,
        status_code=status,
        media_type="text/xml; charset=utf-8",
        headers=HEADERS | {"Content-Language": language},
    )


def refusal(status: int, sentence: str) -> Response:
    """An `OpenRosaResponse` that says why not (OpenRosa Metadata and Submission APIs, nature="error")."""
    return xml_answer(
        status,
        '\n  <OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0">\n'
        f'    <message nature="error">{escape(sentence)}</message>\n'
        "  </OpenRosaResponse>",
    )


def form_list(forms: Iterable[FormFile], base: str) -> str:
    """The form list (OpenRosa Form List API); `base` is the project's address with the key in it."""
    entries = []
    for form in forms:
        manifest = f"\n      <manifestUrl>{base}/forms/{form.id}/manifest</manifestUrl>" if form.media else ""
        entries.append(
            "\n    <xform>"
            f"\n      <formID>{escape(form.id)}</formID>"
            f"\n      <name>{escape(form.name)}</name>"
            f"\n      <version>{escape(form.version)}</version>"
            f"\n      <hash>md5:{form.digest}</hash>"
            f"\n      <downloadUrl>{base}/forms/{form.id}.xml</downloadUrl>{manifest}"
            "\n    </xform>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'  <xforms xmlns="http://openrosa.org/xforms/xformsList">{"".join(entries)}\n  </xforms>'
    )


def manifest(form: FormFile, base: str) -> str:
    """The media of one form (OpenRosa Form List API, manifest)."""
    files = "".join(
        "\n    <mediaFile>"
        f"\n      <filename>{escape(media.filename)}</filename>"
        f"\n      <hash>{media.hash}</hash>"
        f"\n      <downloadUrl>{base}/forms/{form.id}/attachments/{escape(media.filename)}</downloadUrl>"
        "\n    </mediaFile>"
        for media in form.media
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'  <manifest xmlns="http://openrosa.org/xforms/xformsManifest">{files}\n  </manifest>'
    )


def receipt(record: Received, language: str) -> str:
    """The answer to an accepted submission: what it is, and the reference that people keep.

    The message is `<word>: <reference>` in the wanted language (OpenRosa Form Submission API,
    nature="submit_success"); submissionMetadata is written as ODK's servers do.
    """
    words = REFERENCE_WORDS[language]
    return (
        '\n  <OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0">\n'
        f'    <message nature="submit_success">{words}: {record.reference}</message>\n'
        '    <submissionMetadata xmlns="http://www.opendatakit.org/xforms"'
        f" id={quoteattr(record.form_id)} version={quoteattr(record.form_version)}"
        f" instanceID={quoteattr(record.instance_id)} submissionDate={quoteattr(record.received)}"
        f' isComplete="true" markedAsCompleteDate={quoteattr(record.received)}/>\n'
        "  </OpenRosaResponse>"
    )
