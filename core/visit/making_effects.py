# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit asks of the camera and the microphone."""

from dataclasses import dataclass

from core.ids import QuestionPath
from core.visit.files import Device


@dataclass(frozen=True, slots=True)
class BeginMaking:
    """Open a device. Answered by `Seen`, again and again while a camera sees, or by `MakingEnded`; what reads codes is
    answered by `Made` as soon as one is seen. `front`: of several cameras the one that looks at the person.
    """

    path: QuestionPath
    device: Device
    front: bool = False


@dataclass(frozen=True, slots=True)
class FinishMaking:
    """Take the photo, or end the recording, and let go of the device. Answered by `Made` or `MakingEnded`."""


@dataclass(frozen=True, slots=True)
class StopMaking:
    """Let go of the device, and forget what came from it."""


MakingEffect = BeginMaking | FinishMaking | StopMaking
