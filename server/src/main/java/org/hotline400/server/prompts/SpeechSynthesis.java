package org.hotline400.server.prompts;

/// Port: turns text into speech. Out of the box espeak-ng, where that program is installed; another bean of
/// this type takes its place.
public interface SpeechSynthesis {
    /// The longest text that is spoken, in characters: some five minutes.
    int MOST_CHARACTERS = 1_000;

    /// What became of a text.
    sealed interface Result {}

    /// @param audio a WAV or MP3 file
    // The bytes of a file, read once.
    @SuppressWarnings("ArrayRecordComponent")
    record Spoken(byte[] audio) implements Result {}

    /// There is nothing here that could speak.
    ///
    /// @param fix what to install
    record NoSynthesizer(String fix) implements Result {}

    /// It could not be spoken this time; later it may.
    record Failed(String why) implements Result {}

    /// Speaks a text; takes seconds at most.
    ///
    /// @param text 1 to [#MOST_CHARACTERS] characters; nothing in it is a command
    Result speak(String text, Language language);
}
