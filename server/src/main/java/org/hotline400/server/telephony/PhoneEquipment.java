package org.hotline400.server.telephony;

import java.time.Clock;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.recordings.RecordingStore;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.SipUri;

/// What every phone works with.
///
/// @param home our own address as it stands in the URIs we write
record PhoneEquipment(
        SipStack stack,
        AudioDesk desk,
        Prompts prompts,
        RecordingStore recordings,
        Routes routes,
        Clock clock,
        SipUri home) {}
