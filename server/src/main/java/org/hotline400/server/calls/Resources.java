package org.hotline400.server.calls;

/// What the steps of plans reach for. Another one in a rehearsal.
record Resources(
        Surroundings surroundings, DataDips dips, Distributions distributions, ValueSpeaker speaker, PinGuard pins) {}
