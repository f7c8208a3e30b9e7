# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said after Send in every state: never more than was proven."""

from dataclasses import replace

import pytest

from core.errors import Trouble
from core.ids import Language, OrganisationId
from core.submission import DeliveryState
from core.visit.pages import Sent
from core.visit.state import Printing, Visit
from i18n.messages import Messages
from ui.present.number import LONGEST
from ui.present.sent import SentContents, present_sent
from ui.present.setting import Setting
from ui.present.way import Passage
from ui.registry_filling import REFERENCE, SEAL, SUBMISSION, delivery
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk
from ui.registry_town import REGISTRY_API

BEFORE = (DeliveryState.SEALED, DeliveryState.LEAVING, DeliveryState.CHECKING)
ANSWERED = (DeliveryState.RECEIVED, DeliveryState.ACCEPTED, DeliveryState.NEEDS_YOU, DeliveryState.DECIDED)
LANGUAGES = ("en", "es", "ar", "zh-Hans")


def a_visit(state: DeliveryState, language: str = "en", *, reason: str = "") -> Visit:
    visit = visit_in_town(Language(language))
    return replace(visit, delivery=delivery(state, reason=reason), page=Sent(SUBMISSION))


def shown(visit: Visit, setting: Setting | None = None) -> SentContents:
    return present_sent(visit, Sent(SUBMISSION), Messages.load(visit.language), setting or a_kiosk())


def everything(contents: SentContents) -> str:
    return "\n".join(item.phrase.text for item in contents.items())


@pytest.mark.parametrize("state", BEFORE)
def test_before_the_agency_has_answered_nothing_claims_that_it_has(state: DeliveryState) -> None:
    contents = shown(a_visit(state))
    assert "not been received yet" in everything(contents) or "has not told us yet" in everything(contents)
    assert "receipt" not in everything(contents).lower()
    received = [step for step in contents.way if step.title == "Received"]
    assert [step.passage for step in received] == [Passage.LATER]
    assert "".join(contents.number.groups) == SEAL
    assert not contents.number.by_agency


@pytest.mark.parametrize("state", ANSWERED)
def test_after_its_answer_the_agencys_own_number_is_shown(state: DeliveryState) -> None:
    contents = shown(a_visit(state))
    assert "".join(contents.number.groups) == REFERENCE
    assert contents.number.code.endswith(REFERENCE)
    assert contents.printing.text == "Print my receipt"


@pytest.mark.parametrize("state", ANSWERED)
def test_received_without_a_reference_is_never_shown(state: DeliveryState) -> None:
    visit = a_visit(state)
    assert visit.delivery is not None
    for nothing in ("", "  ", "\u202e"):
        with pytest.raises(ValueError, match="without a reference"):
            shown(replace(visit, delivery=replace(visit.delivery, reference=nothing)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", DeliveryState)
def test_every_state_has_a_heading_a_way_and_a_number_in_every_language(
    state: DeliveryState, language: str
) -> None:
    contents = shown(a_visit(state, language, reason="No such street"))
    assert contents.heading
    assert contents.way
    assert contents.number.groups
    now = [step for step in contents.way if step.passage is Passage.NOW]
    assert len(now) == (0 if state is DeliveryState.RECEIVED else 1)
    assert "{" not in everything(contents)


def test_what_is_past_comes_before_what_is_now_and_what_is_later() -> None:
    order = [Passage.PAST, Passage.NOW, Passage.LATER]
    for state in DeliveryState:
        places = [order.index(step.passage) for step in shown(a_visit(state)).way]
        assert places == sorted(places), state


def test_no_connection_is_said_where_it_matters() -> None:
    sealed = a_visit(DeliveryState.SEALED)
    assert "does not answer" not in everything(shown(sealed))
    for visit in (replace(sealed, connected=False), replace(sealed, unreachable=frozenset({REGISTRY_API}))):
        assert "Registry Office does not answer at the moment" in everything(shown(visit))
        assert "When the connection is back" in everything(shown(visit))


def test_a_wait_of_minutes_is_said_and_none_of_seconds() -> None:
    visit = a_visit(DeliveryState.LEAVING)
    assert "Still trying" not in everything(shown(visit))
    assert visit.delivery is not None
    earlier = replace(visit, delivery=replace(visit.delivery, created=visit.delivery.created - 180))
    assert "It has been 3 minutes so far" in everything(shown(earlier))


def test_a_refusal_gives_the_agencys_own_words_as_plain_text() -> None:
    contents = shown(a_visit(DeliveryState.REFUSED, reason="<script>No</script> \u202eseY" + "x" * 9000))
    words = contents.advice[0].text
    assert words.text.startswith("<script>No</script> seY")
    assert len(words.text) <= 400
    assert words.language == "und"
    assert "Nothing was registered." in everything(contents)


def test_a_refusal_without_words_still_shows_the_way_on() -> None:
    contents = shown(a_visit(DeliveryState.REFUSED))
    assert [one.title for one in contents.advice] == ["What you can do"]


def test_an_unsure_submission_is_never_to_be_sent_again() -> None:
    assert "need not send it again" in everything(shown(a_visit(DeliveryState.ATTENTION)))
    assert "not sent twice" in everything(shown(a_visit(DeliveryState.CHECKING)))


def test_a_trial_says_what_ends_with_it() -> None:
    contents = shown(a_visit(DeliveryState.SEALED), replace(a_kiosk(), trial_mode=True))
    assert contents.advice[0].title == "This is a trial."


def test_the_paper_follows_the_printer() -> None:
    visit = a_visit(DeliveryState.SEALED)
    assert shown(visit).printing.text == "Print this note"
    assert shown(visit, replace(a_kiosk(), can_print=False)).printing.text == ""
    assert shown(replace(visit, printing=Printing.UNDER_WAY)).printing.state.startswith("Please wait.")
    assert shown(replace(visit, printing=Printing.DONE)).printing.text == "Print it again"
    troubled = shown(replace(visit, print_trouble=Trouble("trouble.printer"))).printing
    assert troubled.troubled
    assert troubled.text == "Print this note"


def test_an_office_that_the_catalogue_does_not_know_is_called_the_office() -> None:
    visit = a_visit(DeliveryState.RECEIVED)
    assert visit.delivery is not None
    unknown = replace(visit, delivery=replace(visit.delivery, organisation=OrganisationId("urn:gone")))
    assert shown(unknown).heading == "The office has your form"


def test_a_page_without_its_delivery_is_a_bug() -> None:
    with pytest.raises(ValueError, match="delivery"):
        shown(replace(a_visit(DeliveryState.SEALED), delivery=None))


def test_the_number_is_read_sign_by_sign() -> None:
    assert "P A 2, 6 4 T, 7 K 2, M 9 X Q" in everything(shown(a_visit(DeliveryState.RECEIVED)))


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("A" * 1_000_000, "A" * LONGEST),
        ("\u202e" * 5_000 + "CR-1", "CR1"),
        ("CR-1" + "\u202e" * 5_000, "CR1"),
    ],
    ids=["endless", "hidden at first", "hidden at last"],
)
def test_of_an_endless_reference_only_what_is_shown_is_read(given: str, seen: str) -> None:
    visit = a_visit(DeliveryState.RECEIVED)
    assert visit.delivery is not None

    contents = shown(replace(visit, delivery=replace(visit.delivery, reference=given)))

    assert "".join(contents.number.groups) == seen
