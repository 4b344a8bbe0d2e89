package org.hotline400.sip;

/// How SIP messages travel.
public enum Transport {
    UDP,
    TCP
}
