# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be had on paper besides a receipt: what to bring, and the form to go on with by pen."""

import pytest

from core.errors import Trouble
from core.visit import effects as fx
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Printing
from tests.support import small_form as small
from tests.support.told import EN, MOVE, PENSION, Told, on_check, on_service


def on_question() -> Told:
    return on_check().tell(e.ChangePressed(small.NAME))


def test_what_to_bring_is_printed_once_and_then_offered_again() -> None:
    told = on_service().tell(e.PrintPressed(), e.PrintPressed())
    (asked,) = told.asked(fx.PrintLeaflet)
    assert isinstance(asked, fx.PrintLeaflet)
    assert (asked.service.id, asked.language) == (MOVE, EN)
    assert told.printed().visit.printing is Printing.DONE
    assert len(told.tell(e.PrintPressed()).asked(fx.PrintLeaflet)) == 2


def test_a_printer_that_does_not_print_is_told_where_it_was_asked() -> None:
    told = on_service().tell(e.PrintPressed()).printed(Trouble("trouble.printer"))
    assert told.visit.print_trouble == Trouble("trouble.printer")
    assert told.tell(e.BackPressed()).visit.print_trouble is None


def test_paper_that_comes_when_its_page_was_left_is_told_nowhere() -> None:
    told = on_service().tell(e.PrintPressed(), e.BackPressed()).printed()
    assert told.visit.printing is Printing.NOT_ASKED


def test_a_form_goes_on_by_pen_with_the_answers_that_it_has() -> None:
    told = on_question().tell(e.HelpPressed(), e.PrintPressed())
    (asked,) = told.asked(fx.PrintForm)
    assert isinstance(asked, fx.PrintForm)
    assert asked.entry.raw(small.NAME) == "Ada"
    assert "Ada" not in repr(asked)
    assert told.printed().visit.printing is Printing.DONE
    assert told.tell(e.BackPressed()).visit.page == p.Question(small.NAME)


def test_nobody_beside_the_person_has_the_answers_printed() -> None:
    told = on_question().tell(e.HelpPressed(), e.HelperPressed(), e.PrintPressed())
    assert not told.asked(fx.PrintForm)
    assert told.asked(fx.PrintNumbers) == [fx.PrintNumbers(EN)]


def test_help_over_a_page_without_a_form_prints_whom_to_call() -> None:
    told = on_service().tell(e.HelpPressed(), e.PrintPressed())
    assert told.asked(fx.PrintNumbers) == [fx.PrintNumbers(EN)]
    assert not told.asked(fx.PrintForm)
    assert not told.asked(fx.PrintLeaflet)
    assert told.printed().visit.printing is Printing.DONE


def test_a_slip_with_numbers_is_told_on_no_other_page() -> None:
    told = on_service().tell(e.HelpPressed(), e.PrintPressed()).printed().tell(e.BackPressed())
    assert told.visit.paper == (Printing.NOT_ASKED, None)
    assert told.tell(e.HelpPressed()).visit.paper == (Printing.DONE, None)
    told = on_service().tell(e.PrintPressed()).printed().tell(e.HelpPressed())
    assert told.visit.paper == (Printing.NOT_ASKED, None)
    assert told.tell(e.BackPressed()).visit.paper == (Printing.DONE, None)


@pytest.mark.parametrize("trouble", [None, Trouble("trouble.printer")])
def test_whoever_looks_at_help_while_a_paper_is_printed_comes_back_to_what_became_of_it(
    trouble: Trouble | None,
) -> None:
    told = on_service().tell(e.PrintPressed(), e.HelpPressed())
    assert told.visit.paper == (Printing.UNDER_WAY, None)
    told.tell(e.PrintPressed()).printed(trouble)
    assert told.visit.paper == (Printing.NOT_ASKED, None)
    assert not told.asked(fx.PrintNumbers)
    wanted = Printing.NOT_ASKED if trouble else Printing.DONE
    assert told.tell(e.BackPressed()).visit.paper == (wanted, trouble)


def test_a_second_paper_is_not_offered_while_the_first_is_printed_and_help_is_left() -> None:
    told = on_service().tell(
        e.HelpPressed(), e.PrintPressed(), e.BackPressed(), e.HelpPressed(), e.PrintPressed()
    )
    assert len(told.asked(fx.PrintNumbers)) == 1
    assert told.printed().visit.paper == (Printing.DONE, None)


def test_a_paper_that_comes_late_is_not_taken_for_the_one_that_is_printed_now() -> None:
    told = on_service().tell(e.PrintPressed(), e.BackPressed(), e.ServiceChosen(PENSION), e.PrintPressed())
    first, second = told.asked(fx.PrintLeaflet)
    assert first != second
    assert told.printed(place=0).visit.paper == (Printing.UNDER_WAY, None)
    assert told.printed(Trouble("trouble.printer"), place=0).visit.paper == (Printing.UNDER_WAY, None)
    assert told.printed(place=1).visit.paper == (Printing.DONE, None)


def test_every_paper_that_came_out_is_counted_wherever_the_person_is_by_then() -> None:
    told = on_service().tell(e.PrintPressed(), e.BackPressed()).printed()
    assert told.visit.papers == 1
    told.tell(e.ServiceChosen(MOVE), e.PrintPressed()).printed(Trouble("trouble.printer"))
    assert told.visit.papers == 1
    told.tell(e.ComfortPressed(), e.CardPressed(), e.CardPrintPressed(), e.CardKept(None, on_paper=True))
    assert told.visit.papers == 2
    assert told.tell(e.CardSavePressed(), e.CardKept(None)).visit.papers == 2
