package org.hotline400.simulator;

/// A registrar did not take a registration.
public final class RegistrationRefusedException extends RuntimeException {
    private final int status;

    RegistrationRefusedException(String number, int status, String phrase) {
        super("the registrar refused " + number + ": " + status + " " + phrase);
        this.status = status;
    }

    /// The SIP status; 408 when the registrar said nothing.
    public int status() {
        return status;
    }
}
