# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody outside the program: reads accessible names, presses and writes by them, and knows no form.

It looks at what is showing, does what is likeliest, and tries another answer when the same question stays.
"""

import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from i18n.messages import Messages
from tests.support.planners.outside_tries import CHOICES, tries

MOST_PAGES = 40
MOST_PRESSES = 20
PATIENCE = 3.0
"""Seconds until a press counts as lost. A slow one does no harm: what shall come of it is looked for first."""

LONG = 60.0
"""Seconds for what is written down to show at all."""

AGAIN = 0.1
TOWN = Path(__file__).parents[3] / "sandbox" / "town"
PLACE = re.compile(r"Questions? \d+")
"""What the line over a question begins with; how many there are depends on the answers."""

PRESSED = CHOICES | {"push button", "toggle button", "link"}


class Client(Protocol):
    """Gives orders to the program that speaks AT-SPI."""

    def tell(self, **order: object) -> dict[str, Any]: ...

    def press(self, name: str) -> None: ...

    def type_in(self, name: str, text: str) -> None: ...


class Outside:
    """One trip. `presses` and `written` count what was done, `untold` is what changed and told nobody.

    A press may be lost: news can take a page away under the hand. So whoever presses looks for what should come of it,
    and presses again only while that has not come and the name still shows.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._texts = Messages.load("en")
        self._more = self._texts.text("part.more_above")
        self._send = self._texts.text("check.send", name="\0").split("\0")[0].strip("\u2066\u2068 ")
        self.presses = self.written = 0
        self.untold: list[str] = []

    def travel(self, service: str) -> str:
        """Do the whole service. Returns what the page says with the agency's number."""
        found, event = _of_the_town(service)
        self.go("English", self._texts.text("home.heading"))
        if not self._shows(event):
            self.go(self._texts.text("home.more"), event)
        self.go(event, found)
        start = self._texts.text("service.start")
        self._until(found, lambda: self._heading() == found or self._can_press(start))
        look = self._texts.text("news.look")
        if not self._can_press(start) and self._shows(look):
            self.go(look, start)  # the form comes a moment later than its service
        self.go(start, self._texts.text("question.continue"))
        for _ in range(MOST_PAGES):
            if self._heading() == self._texts.text("check.heading"):
                return self.send()
            self._answer()
        raise AssertionError(f"{MOST_PAGES} questions, and nothing to send: {self._names()}")

    def send(self) -> str:
        """Send what is checked, and wait for what the page says with the agency's number."""
        sent = self._texts.text("check.heading")
        self._until(self._send, lambda: (now := self._heading()) != "" and now != sent)
        return str(self._client.tell(**{"await": "Your number: "})["name"])

    def go(self, name: str, then: str) -> None:
        """Press what is called so, until something shows that is called `then`, on whichever part of the page."""
        self._until(name, lambda: self._has(then))

    def write(self, name: str, text: str) -> None:
        """Write into the field that is called so, and wait until it holds the text."""
        self._client.type_in(name, text)
        self._client.tell(written=[name, text])
        self.written += 1

    def _answer(self) -> None:
        """Go on without an answer where that is allowed; else try what is likely until the question is another."""
        asked = self._where()
        if self._went_on(asked):
            return
        for one in tries(self._names(), self._texts):
            # The page may have gone on late, after it was given up: then there is nothing to answer here any more.
            with suppress(AssertionError):
                self._give(one)
            if self._went_on(asked):
                return
        raise AssertionError(f"no answer is taken: {self._names()}")

    def _give(self, answer: list[tuple[str, str]]) -> None:
        for name, text in answer:
            untold = self._client.tell(change=[name, text])["untold"]
            self.untold += [untold] if untold else []
            self.written += bool(text)
            self.presses += not text

    def _went_on(self, asked: tuple[str, str]) -> bool:
        """Press Continue; whether something else is asked afterwards."""

        def another() -> bool:
            return (now := self._where())[0] != "" and now != asked

        if another():
            return True
        if not self._turn_to(self._texts.text("question.continue"), another):
            return True
        refusal = self._texts.text("question.problem_title")
        refused = self._shows(refusal)
        with suppress(AssertionError):
            self._press(self._texts.text("question.continue"))
        # That the answer is refused shows at once, unless the one before was.
        self._came(lambda: another() or (not refused and self._shows(refusal)))
        return another()

    def _where(self) -> tuple[str, str]:
        """What is asked, and as which question: two pages of one part of a form have the same heading."""
        heading = self._heading()
        places = (PLACE.search(name) for _, name in self._names())
        return heading, next((place[0] for place in places if place is not None), "")

    def _heading(self) -> str:
        return str(self._client.tell(heading=True)["heading"])

    def _names(self) -> list[tuple[str, str]]:
        return [(role, name) for role, name in self._client.tell(names=True)["names"]]

    def _shows(self, name: str) -> bool:
        return _any_begins([one for _, one in self._names()], name)

    def _can_press(self, name: str) -> bool:
        return name in [one for role, one in self._names() if role in PRESSED]

    def _has(self, name: str) -> bool:
        """Whether it shows, or comes when the page is turned; turning ends where the page began."""
        names, seen = self._names(), []
        while not _any_begins([one for _, one in names], name):
            turn = self._turning(names)
            if turn is None or names in seen:
                return False
            self._turn(turn, names)
            # News can change a line of a part meanwhile: then it is seen once more, but not for ever.
            seen.append(names)
            names = self._names()
        return True

    def _press(self, name: str) -> None:
        self._client.press(name)
        self.presses += 1

    def _until(self, name: str, there: Callable[[], bool]) -> None:
        """Press what is called so, where it shows, until it is done."""
        for _ in range(MOST_PRESSES):
            if there() or not self._turn_to(name, there):
                return
            with suppress(AssertionError):
                # The page may have gone on since it was read: then it is read again.
                self._press(name)
            if self._came(there):
                return
        raise AssertionError(f"pressing {name!r} does nothing: {self._names()}")

    def _turn_to(self, name: str, there: Callable[[], bool]) -> bool:
        """Turn the page until it shows what is called so. False if what is wished for came meanwhile."""
        deadline = time.monotonic() + LONG
        while time.monotonic() < deadline:
            names = self._names()
            # Only what is pressed: a heading may begin with the same word as a button on another part.
            if _any_begins([one for role, one in names if role in PRESSED], name):
                return True
            if there():
                return False
            turn = self._turning(names)
            if turn is not None:
                self._turn(turn, names)
            else:
                time.sleep(AGAIN)
        raise AssertionError(f"nothing is called {name!r}: {self._names()}")

    def _turning(self, names: list[tuple[str, str]]) -> str | None:
        """What the button that turns the page is called, if there is one."""
        return next((one for role, one in names if role == "push button" and self._turns(one)), None)

    def _turn(self, turn: str, before: list[tuple[str, str]]) -> None:
        with suppress(AssertionError):
            self._press(turn)
        self._came(lambda: self._names() != before)

    @staticmethod
    def _came(there: Callable[[], bool]) -> bool:
        """Whether it came, after some waiting."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if there():
                return True
            time.sleep(AGAIN)
        return False

    def _turns(self, name: str) -> bool:
        return "more below" in name.lower() or name == self._more


def _any_begins(names: list[str], name: str) -> bool:
    return any(one.startswith(name) for one in names)


def _of_the_town(service: str) -> tuple[str, str]:
    """The names of a service and of its first life event, as the town publishes them."""
    services = [one for file in TOWN.glob("services-*.json") for one in json.loads(file.read_text("utf-8"))]
    events = json.loads((TOWN / "events.json").read_text("utf-8"))
    found = next(one for one in services if one["id"] == service)
    event = next(one for one in events if one["id"] == found["events"][0])
    return found["name"]["en"], event["name"]["en"]
