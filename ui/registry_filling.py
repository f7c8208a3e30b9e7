# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of filling and sending, with made-up answers and deliveries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from core.errors import Trouble
from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import Language, QuestionPath, SubmissionId
from core.signed_receipt import Damaged, Foreign, Genuine, Verdict, of_delivery
from core.submission import Delivery, DeliveryState
from core.visit import pages as p
from core.visit.answers import Hindrance
from core.visit.state import Filling, Printing, Visit
from ui.registry_form import form_source
from ui.registry_town import REGISTRY, REGISTRY_API, service_id

SUBMISSION = SubmissionId("uuid:00000000-0000-4000-8000-000000000001")
SEAL = "7K24MP93X"
REFERENCE = "PA264T7K2M9XQ"
NOW = datetime(2026, 11, 23, 9, 29, 50, tzinfo=UTC)

_STREETS = {
    "en": "14 Harbour Lane",
    "es": "Calle del Puerto 14",
    "ar": "14 زقاق الميناء",
    "zh-Hans": "海港巷14号",
}
_ANSWERS = {
    "who": "family",
    "children": "2",
    "day": "2026-12-14",
    "size": "62.5",
    "tell": "school bins",
    "quarter": "q3",
}


def path(name: str) -> QuestionPath:
    """Where a question of the made-up form stands."""
    return QuestionPath(f"/data/{name}")


@cache
def made_up_form() -> Form:
    """The form with every kind of question that is written or chosen."""
    return opened(form_source())


def opened(source: bytes, files: Mapping[str, bytes] | None = None) -> Form:
    """A form, opened with its files. ValueError when it cannot be, which is a mistake in it."""
    form = load(source, files)
    if isinstance(form, Form):
        return form
    raise ValueError("; ".join(str(problem) for problem in form.problems))


def filled(language: Language, answers: Mapping[str, str] | None = None) -> Entry:
    """The form, answered to the end, or with the answers given only."""
    entry = Entry.begin(made_up_form(), SUBMISSION, date(2026, 11, 23), NOW)
    if answers is None:
        answers = {"street": _STREETS.get(language, _STREETS["en"]), **_ANSWERS}
    for name, raw in answers.items():
        entry = entry.answer(path(name), raw)
    return entry


def delivery(state: DeliveryState, *, reason: str = "") -> Delivery:
    """The made-up submission, in a state, with what the agency gave if it has answered."""
    answered = state in (
        DeliveryState.RECEIVED,
        DeliveryState.ACCEPTED,
        DeliveryState.NEEDS_YOU,
        DeliveryState.DECIDED,
    )
    sealed = NOW.timestamp() - 30
    return Delivery(
        SUBMISSION,
        SEAL,
        service_id("moved"),
        REGISTRY,
        state,
        created=sealed,
        changed=sealed if state is DeliveryState.SEALED else NOW.timestamp(),
        reference=REFERENCE if answered else "",
        reason=reason,
    )


def filling_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    return {
        **_question_screens(home),
        **_check_screens(home),
        **_sent_screens(home),
        **_status_screens(home),
        **_receipt_screens(home),
    }


def _in_form(home: Visit, entry: Entry) -> Visit:
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    begun = home.go(p.AboutService(service.id))
    return replace(begun, filling=Filling(service.id, service.api, entry))


def _question_screens(home: Visit) -> Mapping[str, Visit]:
    whole = _in_form(home, filled(home.language))

    def asked(name: str, raw: str | None = None, *, told: bool = False) -> Visit:
        filling = whole.filling
        if raw is None or filling is None:
            return whole.go(p.Question(path(name), told))
        entry = filling.entry.answer(path(name), raw)
        return replace(whole, filling=replace(filling, entry=entry)).go(p.Question(path(name), told))

    return {
        "question-note": asked("intro"),
        "question-text": asked("street"),
        "question-text-problem": asked("street", "Harbour Lane", told=True),
        "question-lines": asked("more", "The bins are behind the house, not in the street."),
        "question-choice": asked("who"),
        "question-choice-problem": asked("who", "", told=True),
        "question-number": asked("children"),
        "question-number-problem": asked("children", "two", told=True),
        "question-date": asked("day", "202-12-14"),
        "question-date-problem": asked("day", "2026-2-31", told=True),
        "question-time": asked("bins", "14:30"),
        "question-date-time": asked("keys", "2026-11-20T9:05"),
        "question-decimal": asked("size"),
        "question-several": asked("tell"),
        "question-long-list": asked("quarter"),
        "question-fixed": asked("town"),
    }


def _check_screens(home: Visit) -> Mapping[str, Visit]:
    whole = _in_form(home, filled(home.language))
    return {
        "your-page-hidden": replace(whole.go(p.Check()), over=p.Hidden(), hidden=True),
        "check": whole.go(p.Check()),
        "check-later": replace(whole, unreachable=frozenset({REGISTRY_API})).go(p.Check()),
        "check-sealing": whole.go(p.Check(sealing=True)),
    }


def _sent_screens(home: Visit) -> Mapping[str, Visit]:
    def sent(state: DeliveryState, reason: str = "") -> Visit:
        return replace(home, delivery=delivery(state, reason=reason)).go(p.Sent(SUBMISSION))

    received = sent(DeliveryState.RECEIVED)
    return {
        "sent-sealed": sent(DeliveryState.SEALED),
        "sent-sealed-offline": replace(sent(DeliveryState.SEALED), connected=False),
        "sent-sealed-login-page": replace(
            sent(DeliveryState.SEALED), connected=False, hindrance=Hindrance.LOGIN
        ),
        "sent-leaving": sent(DeliveryState.LEAVING),
        "sent-checking": sent(DeliveryState.CHECKING),
        "sent-received": received,
        "sent-printing": replace(received, printing=Printing.UNDER_WAY),
        "sent-printed": replace(received, printing=Printing.DONE),
        "sent-print-trouble": replace(received, print_trouble=Trouble("trouble.printer")),
        "sent-refused": sent(DeliveryState.REFUSED, "The street is not in this town."),
        "sent-attention": sent(DeliveryState.ATTENTION),
    }


def _status_screens(home: Visit) -> Mapping[str, Visit]:
    def found(state: DeliveryState) -> Visit:
        number = REFERENCE if delivery(state).reference else SEAL
        return home.go(p.Status(number, number, delivery(state)))

    return {
        "status": home.go(p.Status()),
        "status-typed": home.go(p.Status("7K2 4M")),
        "status-nothing": home.go(p.Status("7K24MP93Y", "7K24MP93Y")),
        "status-sealed": found(DeliveryState.SEALED),
        "status-received": found(DeliveryState.RECEIVED),
        "status-accepted": found(DeliveryState.ACCEPTED),
        "status-needs-you": found(DeliveryState.NEEDS_YOU),
        "status-decided": found(DeliveryState.DECIDED),
    }


def _receipt_screens(home: Visit) -> Mapping[str, Visit]:
    printed = of_delivery(delivery(DeliveryState.RECEIVED), "library-kiosk", NOW.timestamp())

    def told(verdict: Verdict) -> Visit:
        return home.go(p.ReceiptCheck("$CKR1", "$CKR1", verdict))

    return {
        "receipt-check": home.go(p.ReceiptCheck()),
        "receipt-genuine": told(Genuine(printed)),
        "receipt-unknown-service": told(Genuine(replace(printed, service=b"elsewher"))),
        "receipt-foreign": told(Foreign()),
        "receipt-damaged": told(Damaged()),
    }
