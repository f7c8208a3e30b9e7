# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an expression can fail: when it is read, when it is evaluated, or by taking too long."""


class ExpressionError(Exception):
    """The expression cannot be used. `reason` is one of the `form.*` keys' short names, `detail` a plain text."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class ExpressionSyntaxError(ExpressionError):
    """It is not an expression of the language, names an unknown function, or uses an unsupported construct."""


class EvaluationError(ExpressionError):
    """It has no value for these answers, for example `date('not a date')`."""


class BudgetExceededError(ExpressionError):
    """It needed more steps, text or time than an expression may take."""
