# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings that are carried: what a press means, and that a card from a stranger's hand changes settings only."""

import pytest

from core.errors import Trouble
from core.ids import Language
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit import settings_pages as s
from tests.support.told import Told, answer, filling

CARD = '{"fontSize":36}'


def on_card() -> Told:
    told = answer(filling(), "Ada").tell(e.ComfortPressed(), e.CardPressed())
    told.effects.clear()
    return told


@pytest.mark.requirement("STF-02", part="a card is read on any page, and the place and answers stay")
def test_a_card_that_is_shown_changes_settings_and_language_and_leaves_the_place_and_the_answers() -> None:
    told = answer(filling(), "Ada")
    before = told.visit
    told.effects.clear()
    told.tell(e.CardShown(CARD))
    assert told.effects == [fx.TakeCard(CARD)]
    told.tell(e.CardTaken(Language("es")))
    assert told.visit.over == s.CardRead(known=True, speaks=True)
    assert told.visit.language == "es"
    told.tell(e.ContinuePressed())
    assert (told.visit.over, told.visit.page, told.visit.filling) == (None, before.page, before.filling)


def test_a_card_that_is_none_says_so_and_changes_nothing() -> None:
    told = answer(filling(), "Ada")
    before = told.visit
    told.tell(e.CardShown("x"), e.CardUnknown())
    assert told.visit.over == s.CardRead(known=False)
    assert told.tell(e.BackPressed()).visit.language == before.language
    assert told.visit.over is None


def test_on_the_welcome_page_a_card_with_a_language_begins_the_visit() -> None:
    told = Told(e.CardShown(CARD), e.CardTaken(Language("ar")), e.ContinuePressed())
    assert (told.visit.page, told.visit.language) == (p.Home(), "ar")
    told = Told(e.CardShown(CARD), e.CardTaken(None), e.ContinuePressed())
    assert told.visit.page == p.Welcome()


def test_what_is_longer_than_a_card_is_cut_before_anybody_reads_it() -> None:
    told = Told(e.CardShown("{" * 10_000))
    assert told.effects == [fx.TakeCard("{" * 300)]


def test_printing_and_saving_are_asked_for_once_and_answered_on_the_card() -> None:
    told = on_card().tell(e.CardPrintPressed())
    assert told.effects == [fx.KeepCard(on_paper=True)]
    assert told.tell(e.CardPrintPressed()).effects == [fx.KeepCard(on_paper=True)]
    assert told.tell(e.CardKept(None)).visit.over == s.SettingsCard(kept=True)
    told.tell(e.CardSavePressed(), e.CardKept(Trouble("trouble.card_not_saved")))
    assert told.visit.over == s.SettingsCard(trouble=Trouble("trouble.card_not_saved"))
    assert told.tell(e.BackPressed()).visit.over == s.Comfort()


def test_a_saved_card_is_asked_for_and_its_absence_is_told_on_the_page() -> None:
    told = on_card().tell(e.CodePressed(), e.CardFilePressed())
    assert told.effects == [fx.OpenCard()]
    told.tell(e.NoCardFile())
    assert told.visit.over == s.CodeEntry(trouble=Trouble("trouble.no_card_file"))
    told.tell(e.CardFilePressed())
    assert told.visit.over == s.CodeEntry()
    assert told.tell(e.CardTaken(Language("es"))).visit.over == s.CardRead(known=True, speaks=True)


def test_a_code_that_does_not_fit_stays_in_its_field_and_is_told() -> None:
    told = on_card().tell(e.CodePressed(), e.CodeTyped("0A4K"), e.CodeEntered())
    assert told.effects == [fx.TakeCard("0A4K")]
    assert told.tell(e.CardUnknown()).visit.over == s.CodeEntry(typed="0A4K", asked="0A4K")
    assert told.tell(e.BackPressed()).visit.over == s.SettingsCard()


@pytest.mark.parametrize(
    "away", [e.BackPressed(), e.HelpPressed(), e.CameraPressed(), e.CardShown(CARD), e.ComfortPressed()]
)
def test_the_camera_is_let_go_whatever_leads_away_from_its_page(away: e.ByPerson) -> None:
    told = on_card().tell(e.CodePressed(), e.CameraPressed())
    assert told.effects == [fx.LookForCard()]
    assert told.tell(away).effects.count(fx.StopLooking()) == 1


def test_without_a_camera_the_page_says_why() -> None:
    told = on_card().tell(e.CodePressed(), e.CameraPressed(), e.CameraEnded(Trouble("trouble.no_camera")))
    assert told.visit.over == s.CodeEntry(trouble=Trouble("trouble.no_camera"))
