# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What checking an application shows: the field, nothing found, and where an application is."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.submission import DeliveryState
from core.visit.pages import Status
from i18n.messages import Messages
from ui.present.status import AskContents, FoundContents, StatusContents, present_status
from ui.registry_filling import REFERENCE, SEAL, delivery
from ui.registry_finding import visit_in_town
from ui.registry_setting import a_kiosk, at_home


def shown(page: Status, language: str = "en", *, home: bool = False) -> StatusContents:
    visit = replace(visit_in_town(Language(language)), page=page)
    return present_status(visit, page, Messages.load(language), at_home() if home else a_kiosk())


def asked(page: Status) -> AskContents:
    contents = shown(page)
    assert isinstance(contents, AskContents)
    return contents


def found(state: DeliveryState, language: str = "en") -> FoundContents:
    contents = shown(Status("x", "x", delivery(state)), language)
    assert isinstance(contents, FoundContents)
    return contents


def test_what_is_being_typed_stays_and_claims_nothing() -> None:
    contents = asked(Status("7K2 4M"))
    assert contents.typed == "7K2 4M"
    assert contents.none is None


def test_a_number_that_is_not_known_is_said_back() -> None:
    contents = asked(Status("PA999", "PA999"))
    assert contents.none is not None
    assert contents.none.title == "We do not know PA999 here."
    assert "counter" in contents.none.text.text


def test_a_slip_of_the_pen_in_our_own_number_is_recognised() -> None:
    wrong = SEAL[:-1] + ("Y" if SEAL[-1] != "Y" else "Z")
    none = asked(Status(wrong, wrong)).none
    assert none is not None
    assert "not as on your paper" in none.text.text


def test_typing_on_takes_the_last_answer_away() -> None:
    assert asked(Status("PA9", "PA999")).none is None
    assert isinstance(shown(Status("", "x", delivery(DeliveryState.SEALED))), AskContents)


def test_what_was_typed_is_said_back_as_plain_text() -> None:
    none = asked(Status("<b>&\u202e" + "1" * 500, "<b>&\u202e" + "1" * 500)).none
    assert none is not None
    assert "<b>&1" in none.title
    assert len(none.title) < 120


@pytest.mark.parametrize("state", DeliveryState)
@pytest.mark.parametrize("language", ["en", "es", "ar", "zh-Hans"])
def test_every_state_can_be_shown(state: DeliveryState, language: str) -> None:
    contents = found(state, language)
    assert contents.state
    assert contents.way
    assert contents.seen


def test_only_what_the_agency_answered_is_said_to_be_its_word() -> None:
    assert found(DeliveryState.RECEIVED).seen.startswith(
        "This is what Registry Office told this machine last"
    )
    assert "not been received" in found(DeliveryState.SEALED).seen


def test_the_number_is_that_of_the_state() -> None:
    def plain(contents: FoundContents) -> str:
        return "".join(one for one in contents.eyebrow if one.isalnum())

    assert plain(found(DeliveryState.RECEIVED)).endswith(REFERENCE)
    assert plain(found(DeliveryState.SEALED)).endswith(SEAL)


def test_letters_are_shown_on_a_kiosk_only() -> None:
    assert asked(Status()).keyboard
    home = shown(Status(), home=True)
    assert isinstance(home, AskContents)
    assert not home.keyboard


def test_received_without_a_reference_is_never_shown() -> None:
    nameless = replace(delivery(DeliveryState.RECEIVED), reference="")
    with pytest.raises(ValueError, match="without a reference"):
        shown(Status("x", "x", nameless))


def test_everything_visible_is_read() -> None:
    said = [item.phrase.text for item in found(DeliveryState.NEEDS_YOU).items()]
    assert "Needs you" in said
    assert said[-2:] == ["Look for another number", "Print my receipt"], "as keys come to them"


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (DeliveryState.ACCEPTED, "The office says:"),
        (DeliveryState.NEEDS_YOU, "The office says:"),
        (DeliveryState.DECIDED, "The office says:"),
        (DeliveryState.REFUSED, "This is what it said:"),
    ],
)
def test_the_offices_own_words_are_quoted_as_such_and_bounded(state: DeliveryState, title: str) -> None:
    words = replace(delivery(state), reason="Bring\u202e <b>both</b>. " + "x" * 10_000)
    contents = shown(Status("x", "x", words))
    assert isinstance(contents, FoundContents)

    note = contents.advice[0]

    assert (note.title, note.text.language) == (title, Language("und"))
    assert note.text.text.startswith("Bring <b>both</b>. x")
    assert len(note.text.text) <= 500


@pytest.mark.parametrize("state", [DeliveryState.RECEIVED, DeliveryState.ACCEPTED, DeliveryState.DECIDED])
def test_an_office_that_says_nothing_is_not_quoted(state: DeliveryState) -> None:
    assert found(state).advice == ()


def test_only_at_home_is_another_try_offered_and_deleting() -> None:
    refused = delivery(DeliveryState.REFUSED)
    page = Status("x", "x", refused)
    here = replace(visit_in_town(Language("en")), keeps=True, mendable=frozenset({refused.id}), page=page)
    contents = present_status(here, page, Messages.load("en"), at_home())
    assert isinstance(contents, FoundContents)
    assert (contents.mending.mend, contents.mending.discard) == ("Change and send again", "Delete it here")
    assert "Your answers are still here." in contents.advice[-1].text.text

    at_kiosk = found(DeliveryState.REFUSED)
    assert (at_kiosk.mending.mend, at_kiosk.mending.discard) == ("", "")
    assert "counter" in at_kiosk.advice[-1].text.text
