# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the model of deliveries (`tests.support.delivery_model`, run by `proof.model` and `proof.days`)."""

import pytest

from core import sync
from core.submission import Delivery, Refused
from tests.support.delivery_model import run
from tests.support.fake_outbox import FakeOutbox
from tests.support.jumpy_towns import BelievingTown
from tests.support.rules_under_test import Rules
from tests.support.submissions import submission


def test_refusal_of_a_first_attempt_is_final_and_kept_with_its_reason() -> None:
    outbox = FakeOutbox()
    delivery = outbox.seal(submission(1))
    assert isinstance(delivery, Delivery)
    claimed = sync.claim(delivery, 5.0)
    assert outbox.update(delivery, claimed)

    assert outbox.update(claimed, sync.after(claimed, Refused(422, "no"), 6.0, 0.1))

    assert outbox.due(1e9) == ()


def test_the_model_finds_a_clock_that_is_believed_after_another_start() -> None:
    with pytest.raises(AssertionError, match="doubled"):
        run(Rules(), 3_000, 50, BelievingTown)
