# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody outside the program: reads accessible names, presses and writes by them, and knows no form.

It looks at what is showing, does what is likeliest, and tries another answer when the same question stays.
"""

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from i18n.messages import Messages
from tests.support.form_filling import NUMBERS, TEXTS

ANSWERS = (*TEXTS, *NUMBERS)
MOST_PAGES = 40
PATIENCE = 3.0
TOWN = Path(__file__).parents[3] / "sandbox" / "town"
DATES = (("14", "12", "2026"), ("1", "11", "2026"), ("1", "1", "2020"), ("15", "6", "1980"))
CHOICES = frozenset({"radio button", "check box"})
WRITTEN = frozenset({"text", "entry"})


class Client(Protocol):
    """Gives orders to the program that speaks AT-SPI."""

    def tell(self, **order: object) -> dict[str, Any]: ...

    def press(self, name: str) -> None: ...

    def type_in(self, name: str, text: str) -> None: ...


class Outside:
    """One trip. `presses` and `written` count what was done."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._texts = Messages.load("en")
        self._more = self._texts.text("part.more_above")
        self.presses = self.written = 0

    def travel(self, service: str) -> str:
        """Do the whole service. Returns what the page says with the agency's number."""
        found, event = _of_the_town(service)
        self._press("English")
        self._wait_for(self._texts.text("home.heading"))
        if not self._shows(event):
            self._press(self._texts.text("home.more"))
        self._press_turning(event)
        self._press_turning(found)
        self._press_turning(self._texts.text("service.start"))
        send = self._texts.text("check.send", name="\0").split("\0")[0].strip("\u2066\u2068 ")
        for _ in range(MOST_PAGES):
            if self._heading() == self._texts.text("check.heading"):
                self._press_turning(send)
                return str(self._client.tell(**{"await": "Your number: "})["name"])
            self._answer()
        raise AssertionError(f"{MOST_PAGES} questions, and nothing to send: {self._names()}")

    def _answer(self) -> None:
        """Go on without an answer where that is allowed; else try what is likely until the question is another."""
        if self._went_on():
            return
        names = self._names()
        chosen = [name for role, name in names if role in CHOICES]
        fields = [name for role, name in names if role in WRITTEN]
        dates = [self._texts.text(f"field.{part}") for part in ("day", "month", "year")]
        times = [self._texts.text(f"field.{part}") for part in ("hour", "minute")]
        if any(name.startswith(dates[0]) for name in fields):
            tries: list[list[tuple[str, str]]] = [
                [*zip(dates, date, strict=True), *zip(times, ("12", "30"), strict=True)] for date in DATES
            ]
        elif fields and not chosen:
            tries = [[(fields[0], text)] for text in ANSWERS]
        else:
            tries = [[(choice, "")] for choice in chosen]
        for one in tries:
            for name, text in one:
                if text and not any(field.startswith(name) for field in fields):
                    continue
                if text:
                    self._client.type_in(name, text)
                    self.written += 1
                else:
                    self._press(name)
            if self._went_on():
                return
        raise AssertionError(f"no answer is taken: {names}")

    def _went_on(self) -> bool:
        """Press Continue; whether something else is asked afterwards."""
        before = self._heading()
        self._press_turning(self._texts.text("question.continue"))
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if (now := self._heading()) and now != before:
                return True
            time.sleep(0.1)
        return False

    def _heading(self) -> str:
        return next((name for role, name in self._names() if role == "heading"), "")

    def _names(self) -> list[tuple[str, str]]:
        return [(role, name) for role, name in self._client.tell(names=True)["names"]]

    def _shows(self, name: str) -> bool:
        return any(one.startswith(name) for _, one in self._names())

    def _wait_for(self, name: str) -> None:
        self._client.tell(**{"await": name})

    def _press(self, name: str) -> None:
        self._client.press(name)
        self.presses += 1

    def _press_turning(self, name: str) -> None:
        """Press it where it shows, turning the page to find it."""
        deadline = time.monotonic() + 20 * PATIENCE
        while time.monotonic() < deadline:
            if self._shows(name):
                self._press(name)
                return
            turn = [one for role, one in self._names() if role == "push button" and self._turns(one)]
            if turn:
                # The page may have gone on since it was read: then it is read again.
                with suppress(AssertionError):
                    self._press(turn[0])
            time.sleep(0.1)
        raise AssertionError(f"nothing is called {name!r}: {self._names()}")

    def _turns(self, name: str) -> bool:
        return "more below" in name.lower() or name == self._more


def _of_the_town(service: str) -> tuple[str, str]:
    """The names of a service and of its first life event, as the town publishes them."""
    services = [one for file in TOWN.glob("services-*.json") for one in json.loads(file.read_text("utf-8"))]
    events = json.loads((TOWN / "events.json").read_text("utf-8"))
    found = next(one for one in services if one["id"] == service)
    event = next(one for one in events if one["id"] == found["events"][0])
    return found["name"]["en"], event["name"]["en"]
