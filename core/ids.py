# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Distinct types for the identities that travel through the program, so that they cannot be mixed up."""

from typing import NewType

ServiceId = NewType("ServiceId", str)
"""IRI of a `cpsv:PublicService`."""

EventId = NewType("EventId", str)
"""IRI of a `cv:LifeEvent` or `cv:BusinessEvent`."""

OrganisationId = NewType("OrganisationId", str)
"""IRI of a `cv:PublicOrganisation`, or of a partner that delivers a step."""

FormId = NewType("FormId", str)
"""The form's own id at its endpoint: OpenRosa `formID`, Open311 `service_code`, Form.io path, Open Forms slug."""

QuestionPath = NewType("QuestionPath", str)
"""Where a question's answer stands in the form's instance, for example `/data/child/name`."""

SubmissionId = NewType("SubmissionId", str)
"""`uuid:` and a random UUID, made when the form is opened (OpenRosa `instanceID`)."""

VisitId = NewType("VisitId", str)
"""A random token for one person's time at the machine. It names nobody."""

Language = NewType("Language", str)
"""A BCP 47 tag in its shortest form, for example `en`, `ar`, `zh-Hans`."""
