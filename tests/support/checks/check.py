# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all checks, by name."""

from collections.abc import Mapping
from typing import Final

from tests.support.checks import (
    answering,
    assistive,
    beginning,
    colours,
    fitting,
    focus,
    hands,
    letters,
    lines,
    meaning,
    mirroring,
    numbers,
    parting,
    reach,
    signals,
    strokes,
    ways,
    wording,
)
from tests.support.checks.model import Check, Fault
from tests.support.checks.screen import MOST_PAGES, ScreenUnderTest

AS_DRAWN: Final = "numbers, as they are drawn"

_ALL: Final = (
    Check("letters are large enough", ("SEE-01",), letters.large_enough),
    Check("letters are seen from where people stand", ("SEE-02",), letters.seen_from_where_people_stand),
    Check("letters grow with the step", ("SEE-03",), letters.growing),
    Check("nothing is cut or covered", ("SEE-04",), fitting.whole),
    Check("every letter is whole", ("SEE-04",), strokes.whole_letters),
    Check("long words are parted with a hyphen", ("SEE-04",), parting.words_parted),
    Check("parts have room for any word", ("SEE-04",), parting.room_for_words),
    Check("nothing scrolls", ("SEE-05",), fitting.paged),
    Check("turning shows everything", ("SEE-05",), fitting.all_parts_come, "at the end"),
    Check("more than a heading", ("SEE-05",), beginning.more_than_a_heading, "first part"),
    Check("text can be read", ("SEE-06",), colours.readable, "first part"),
    Check("controls have edges", ("SEE-07",), colours.edges, "first part"),
    Check("pressed controls have edges", ("SEE-07",), signals.stay_edged, "first part"),
    Check("signs stand out", ("SEE-07",), signals.signs_stand_out, "first part"),
    Check("text keeps its theme's contrast", ("SEE-08",), colours.within_the_theme, "first part"),
    Check("few colours", ("SEE-08",), signals.few_colours, "first part"),
    Check("told without colours", ("SEE-09",), signals.told_without_colours, "first part"),
    Check("told in words", ("SEE-09",), wording.told_in_words, "at the end"),
    Check("nothing is lost when set wider", ("SEE-10",), mirroring.wider_apart, "at the end"),
    Check("lines are easy to follow", ("SEE-11",), lines.easy_to_follow),
    Check("every letter has its shape", ("SEE-12",), letters.every_letter_has_its_shape),
    Check("nothing moves", ("SEE-13",), letters.still, "first part"),
    Check("pages are mirrored", ("SEE-14",), mirroring.mirrored, "first part"),
    Check("numbers stand as they are read", ("SEE-14",), numbers.numbers_stand, part=AS_DRAWN),
    Check("targets are large", ("OPR-01",), hands.large_targets),
    Check("targets are apart", ("OPR-01",), hands.targets_apart),
    Check("low enough to reach", ("OPR-02",), reach.within_low_reach),
    Check("a press counts inside", ("OPR-03",), hands.on_release_inside, "at the end"),
    Check("single taps do everything", ("OPR-04", "OPR-07"), ways.single_taps, "at the end"),
    Check("a held key acts once", ("OPR-05",), hands.acts_once, "at the end"),
    Check("a second strike does nothing", ("OPR-06",), ways.second_strikes, "at the end", "two strikes"),
    Check(
        "a new page is deaf at first", ("OPR-06",), ways.deaf_at_first, "at the end", "after a page change"
    ),
    Check(
        "five keys come everywhere", ("OPR-09",), ways.five_keys_come_everywhere, "first part", "every screen"
    ),
    Check(
        "arrows change nothing",
        ("OPR-10",),
        ways.arrows_change_nothing,
        "at the end",
        "arrows change nothing",
    ),
    Check("ends stop once", ("OPR-10",), ways.ends_stop_once, "at the end", "ends do not wrap silently"),
    Check(
        "switches come everywhere",
        ("OPR-11", "OPR-12"),
        ways.switches_come_everywhere,
        "first part",
        "every screen",
    ),
    Check(
        "Tab comes everywhere",
        ("OPR-08",),
        focus.no_trap,
        "first part",
        "Tab reaches and leaves every control",
    ),
    Check("the focus is marked", ("OPR-13",), focus.marked, "first part"),
    Check("the focus goes as people read", ("OPR-14",), focus.in_reading_order, "first part", "controls"),
    Check("the focus is wholly visible", ("OPR-15",), focus.wholly_visible, "first part"),
    Check("the focus has its place", ("OPR-16",), focus.keeps_a_place, "first part"),
    Check("a wheel changes nothing", ("OPR-16",), focus.wheel_changes_nothing, "at the end"),
    Check(
        "a press is seen", ("OPR-18",), answering.presses_are_seen, "at the end", "a press is seen at once"
    ),
    Check("everything is said", ("SPK-01",), meaning.everything_is_read),
    Check("said as keys go", ("SPK-01",), meaning.said_in_the_order_of_the_keys, "first part"),
    Check("everything has a name", ("AT-01",), meaning.names),
    Check("everything says what it is", ("AT-02",), meaning.roles),
    Check("headings are headings", ("AT-02",), meaning.headings, "first part"),
    Check("one thing on a page", ("UND-01",), meaning.one_thing),
    Check("few words for who goes slowly", ("UND-02",), meaning.few_words, part="60 words when assisted"),
    Check("the bar never moves", ("UND-03",), meaning.same_bar, "first part"),
    Check("signs have words", ("UND-09",), meaning.words_on_signs),
    Check("fields remember nothing", ("PRV-04",), meaning.remembers_nothing, "at the end"),
    Check("states are told", ("AT-03",), assistive.states, part="what is chosen, and what can be written in"),
    Check(
        "texts are tied to fields",
        ("AT-04",),
        assistive.ties,
        "first part",
        "hints and mistakes are descriptions; a page is a group with a name",
    ),
    Check(
        "fields have labels",
        ("AT-04",),
        assistive.labels,
        part="each field is labelled by what it asks, each page by its heading",
    ),
    Check("nothing hidden tells", ("AT-06",), assistive.hidden),
    Check(
        "fields keep to themselves", ("PRV-03", "PRV-04"), assistive.remembers_nothing_of_lines, "at the end"
    ),
    Check("nothing is copied", ("PRV-03",), assistive.copies_nothing, "at the end", "clipboard and menus"),
)
CHECKS: Final[Mapping[str, Check]] = {check.name: check for check in _ALL}


def faults(
    screen: ScreenUnderTest, parts: int = MOST_PAGES, *, without: frozenset[str] = frozenset()
) -> list[Fault]:
    """Carry out every check on a screen, on at most so many of its parts; `without` some with a run of their own."""
    checks = [check for name, check in CHECKS.items() if name not in without]
    found: list[Fault] = []
    for number in range(parts):
        for check in checks:
            if check.when == "every part" or (check.when == "first part" and number == 0):
                found += [Fault(check, what) for what in check.look(screen)]
        if not screen.turn():
            break
    for check in checks:
        if check.when == "at the end":
            found += [Fault(check, what) for what in check.look(screen)]
    return found
