# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says an amount as people write it in their language, while it is typed and on the check page."""

from core.forms.definition import Question
from core.forms.scales import number_of
from i18n.formats import currency_name, is_payable, money, number
from i18n.messages import Messages

GROUPED = "thousands-sep"
"""The appearance of a number whose thousands are set apart (XLSForm)."""


def is_amount(question: Question) -> bool:
    """Whether a number is said as people write it: money, and what its form wants set apart."""
    return bool(question.currency) or GROUPED in question.appearance.split()


def in_words(question: Question, raw: str, texts: Messages) -> str:
    """`1,250.50 euros`, `1,250`; empty for what is no number, and for a part of the smallest coin, which is none."""
    amount = number_of(raw)
    if amount is None or (question.currency and not is_payable(amount, question.currency)):
        return ""
    return (
        money(amount, question.currency, texts.language)
        if question.currency
        else number(amount, texts.language)
    )


def said(question: Question, raw: str, texts: Messages) -> str | None:
    """What stands under the field: the amount, and before there is one its currency. None under other numbers."""
    if not is_amount(question):
        return None
    words = in_words(question, raw, texts)
    if words or not question.currency:
        return words
    return texts.text("money.currency", currency=currency_name(question.currency, texts.language))
