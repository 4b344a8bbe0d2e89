package org.hotline400.sip;

/// Credentials for a digest challenge (RFC 3261 §22, RFC 8760). `toString` never shows the password.
public record SipAccount(String user, String password) {
    @Override
    public String toString() {
        return "SipAccount[" + user + "]";
    }
}
