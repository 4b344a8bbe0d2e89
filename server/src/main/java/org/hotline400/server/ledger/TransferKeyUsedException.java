package org.hotline400.server.ledger;

/// A settlement names a transfer by a key that stands for another one: a bug of whoever made the key.
public final class TransferKeyUsedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public TransferKeyUsedException(String message, Throwable cause) {
        super(message, cause);
    }
}
