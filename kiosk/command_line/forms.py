# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands for form authors: check, run and convert."""

import json
from datetime import datetime
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from core.forms.definition import Form
from kiosk.authoring import form_check, form_run
from kiosk.authoring.problem_words import in_words
from kiosk.command_line.endings import Status, stop
from kiosk.command_line.form_at import form_or_stop, opened_or_stop

_ZIP: Final = b"PK\x03\x04"
_NOT_TAKEN: Final = "not recognized as a supported type"
"""What pyxform says of everything that it cannot read, whatever is the matter."""
_NOT_READ: Final = (
    "this is no XLSForm that can be read; a spreadsheet with a sheet 'survey' is needed (.xlsx, .xlsm, .xls, .csv or "
    ".md), neither empty nor cut off"
)


def check(place: str, ui: str = "") -> int:
    """Say what is supported, translated and easy to read. Status 0 for a form without a finding."""
    found = opened_or_stop(place, ui)
    if not isinstance(found.form, Form):
        print(f"{place}: this {found.standard.value} form cannot be opened")
        for problem in found.form.problems:
            print(f"  {in_words(problem)}")
        return int(Status.REFUSED)
    print(f"{place}: {found.standard.value}; {form_check.summary(found.form)}")
    said = list(form_check.findings(found.form))
    for one in said:
        print(f"  {one}")
    return int(Status.NOT_DONE if said else Status.DONE)


def run(place: str, answers: Path | None, ui: str = "") -> int:
    """Print as JSON how each question stands with these answers, and the submission as it would be sent."""
    found = opened_or_stop(place, ui)
    form = form_or_stop(found)
    now = datetime.now().astimezone()
    try:
        entry = form_run.filled(form, _answers(answers), now)
    except form_run.UnknownQuestionError as error:
        stop(f"no question has this name: {error}", Status.WRONG_USE)
    told = {
        "form": form.id,
        "version": form.version,
        "standard": found.standard.value,
        "valid": not entry.problems(),
        "questions": form_run.told(entry),
        "submission": found.submission(entry, now).decode(),
        **found.sealed(entry, now),
    }
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return int(Status.DONE)


def convert(file: Path, target: Path | None) -> int:
    """Make an XForm of an XLSForm spreadsheet."""
    try:
        from pyxform.errors import PyXFormError
        from pyxform.xls2xform import convert as made
    except ImportError:
        stop("this needs the package pyxform: pip install pyxform")
    if not file.is_file():
        stop(f"{file}: there is no such file", Status.WRONG_USE)
    try:
        # Excel's newer format under the name of its older one is common, and pyxform goes by the name.
        newer = file.suffix.lower() == ".xls" and file.read_bytes().startswith(_ZIP)
        result = made(
            xlsform=file.read_bytes() if newer else str(file),
            validate=False,
            form_name=file.stem if newer else None,
            file_type=".xlsx" if newer else None,
        )
    except (PyXFormError, ValueError, KeyError, BadZipFile) as error:
        said = " ".join(str(error).split())[:500]
        stop(f"{file}: {_NOT_READ if _NOT_TAKEN in said else said}", Status.REFUSED)
    place = target or file.with_suffix(".xml")
    try:
        place.write_text(result.xform, encoding="utf-8")
    except OSError as error:
        stop(f"{place}: {error.strerror or 'cannot be written'}", Status.WRONG_USE)
    for warning in result.warnings:
        print(f"  {' '.join(str(warning).split())[:300]}")
    print(f"{place}: written")
    return int(Status.DONE)


def _answers(file: Path | None) -> dict[str, object]:
    if file is None:
        return {}
    try:
        found = json.loads(file.read_bytes())
    except OSError as error:
        stop(f"{file}: {error.strerror or 'cannot be read'}", Status.WRONG_USE)
    except (ValueError, RecursionError):
        stop(f"{file}: this is no JSON", Status.WRONG_USE)
    if not isinstance(found, dict):
        stop(f'{file}: a table of questions and answers is needed: {{"name": "Ana"}}', Status.WRONG_USE)
    return {str(name): value for name, value in found.items()}
