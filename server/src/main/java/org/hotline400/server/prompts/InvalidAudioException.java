package org.hotline400.server.prompts;

/// An audio file that is no prompt. The message names what is wrong and how to mend it.
public class InvalidAudioException extends IllegalArgumentException {
    public InvalidAudioException(String message) {
        super(message);
    }
}
