# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the recorded answers and forms of others that lie beside the repository; copies nothing from them."""

import os
from pathlib import Path

import pytest

from replay.xforms_reading import attachments as beside

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"


def corpora() -> Path:
    """The corpora's folder. Without it the test is skipped; with CI=true its absence is a failure."""
    if not CORPORA.is_dir():
        reason = f"the corpora are not at {CORPORA.parent.name}/{CORPORA.name} beside the repository"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return CORPORA


def attachments(form: str) -> dict[str, bytes]:
    """The files of a form's manifest that lie with it."""
    return beside(corpora() / form)
