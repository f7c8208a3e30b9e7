# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether this machine has the engines that turn readings into Chinese and Japanese."""

import os

import pytest

from kiosk.typing.engines import Engines, packages_missing


def need_engine(language: str) -> None:
    """Without its packages the test is skipped; with CI=true their absence is a failure."""
    missing = packages_missing(language, Engines().answer)
    if missing:
        reason = f"not installed: {', '.join(missing)} (setup/debian-packages.txt)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
