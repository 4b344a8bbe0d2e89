package org.hotline400.sip.sdp;

/// What became of an offer.
public sealed interface Answer {

    /// There is a stream.
    ///
    /// @param answer the description to send back
    /// @param terms what the media engine needs
    record Agreed(AudioSession answer, AudioTerms terms) implements Answer {}

    /// No audio stream or no codec that both sides know: answer 488.
    record NoCommonCodec() implements Answer {}
}
