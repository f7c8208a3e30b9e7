# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes samples of a recording, whatever file it is: WAV here, and any other through Qt's decoder, loaded when needed.

It runs in the voice's process, which may end over a file without anybody losing more than its sound.
"""

import os
import sys
from typing import Final

from accessibility.speech.sound import Sound, SoundError, from_wave

RATE: Final = 24_000
LONGEST_SECONDS: Final = 300
"""Of what is heard; what is longer ends there."""
PATIENCE_MS: Final = 15_000


def any_sound(content: bytes) -> Sound:
    """The sound in a file. Raises `SoundError`."""
    if content[:4] == b"RIFF":
        try:
            return from_wave(content)
        except SoundError:
            # A WAV file may hold other than plain samples.
            pass
    return _decoded(content)


def _decoded(content: bytes) -> Sound:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QTimer
        from PySide6.QtMultimedia import QAudioDecoder, QAudioFormat
    except ImportError:
        raise SoundError("no decoder") from None
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    buffer, decoder = QBuffer(), QAudioDecoder()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    decoder.setAudioFormat(form)
    decoder.setSourceDevice(buffer)
    samples = bytearray()

    def take() -> None:
        piece = decoder.read()
        if piece.isValid():
            samples.extend(bytes(piece.constData()))
        if len(samples) >= 2 * RATE * LONGEST_SECONDS:
            application.quit()

    decoder.bufferReady.connect(take)
    decoder.finished.connect(application.quit)
    decoder.error.connect(application.quit)
    QTimer.singleShot(PATIENCE_MS, application.quit)
    decoder.start()
    application.exec()
    decoder.stop()
    if not samples:
        raise SoundError("cannot be decoded")
    return Sound(RATE, bytes(samples[: 2 * RATE * LONGEST_SECONDS]))
