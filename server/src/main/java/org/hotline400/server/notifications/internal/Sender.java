package org.hotline400.server.notifications.internal;

/// One way out. An attempt ends within half a minute, whatever the far side does.
interface Sender {

    Outcome send(Parcel parcel);
}
