# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records from the microphone until it is told to end, and answers with the recording as a WAV file.

It is told by one line on its input, and ends when that closes. Each answer is a sign and what belongs to it: `s` once
the microphone has begun, `p` with the recording, `f` with one that ended because it was as long as it may be. Nothing
of it is ever in a file.
"""

import os
import sys
from typing import Final

from accessibility.speech.sound import Sound, to_wave
from kiosk.hardening import harden
from kiosk.picturing.wire import framed

BEGUN, RECORDED, FULL = b"s", b"p", b"f"
NO_MICROPHONE: Final = 3
"""Exit status where there is no microphone."""
BUSY: Final = 4
"""Exit status where there is one that cannot be used, or that was unplugged."""

RATE: Final = 16_000
"""Samples a second: all that is needed to understand somebody."""
LONGEST_SECONDS: Final = 180
READ_MS: Final = 50


def _say(answer: bytes) -> None:
    sys.stdout.buffer.write(framed([answer]))
    sys.stdout.buffer.flush()


def main() -> int:
    """Record until told to end, and answer with an exit status. An argument is how many seconds are the most."""
    harden()
    from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
    from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices, QtAudio

    application = QCoreApplication(sys.argv[:1])
    most = 2 * RATE * (int(sys.argv[1]) if len(sys.argv) > 1 else LONGEST_SECONDS)
    microphone = QMediaDevices.defaultAudioInput()
    if microphone.isNull():
        return NO_MICROPHONE
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    source, samples = QAudioSource(microphone, form), bytearray()
    stream = source.start()
    if source.error() is not QtAudio.Error.NoError:
        return BUSY

    def read() -> None:
        begun = bool(samples)
        samples.extend(bytes(stream.readAll().data()))
        if samples and not begun:
            _say(BEGUN)
        if len(samples) >= most:
            _say(FULL + to_wave(Sound(RATE, bytes(samples[:most]))))
            application.quit()
        elif source.error() is not QtAudio.Error.NoError:
            application.exit(BUSY)

    def hear() -> None:
        told.setEnabled(False)
        if os.read(sys.stdin.fileno(), 1):
            read()
            _say(RECORDED + to_wave(Sound(RATE, bytes(samples))))
        application.quit()

    reads = QTimer()
    reads.timeout.connect(read)
    reads.start(READ_MS)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(hear)
    ended = application.exec()
    source.stop()
    return ended
