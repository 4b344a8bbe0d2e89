package org.hotline400.server.telephony;

/// What targets of one call are rung with.
///
/// @param signals where what becomes of the legs arrives
/// @param facts what the legs have to say of the call
record DialTools(SipPhone phone, PhoneEquipment equipment, CallSignals signals, CallFacts facts) {

    /// Places a leg, whose audio shares the caller's media thread.
    ///
    /// @throws org.hotline400.server.calls.PhoneFailedException when no port is left for it
    TargetSide invite(Route route) {
        var desk = equipment.desk().beside(phone.port());
        return new TargetSide(equipment.stack(), desk, signals, route, facts);
    }
}
