# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the message catalogues before anything reads them."""

import pytest

from i18n.compile import compile_all


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    compile_all()
