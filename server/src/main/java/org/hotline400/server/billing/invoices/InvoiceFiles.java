package org.hotline400.server.billing.invoices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.SealedFiles;

/// The invoices as PDF, sealed in the store under the hash of their content: what a crash leaves behind is found there
/// by the next attempt, and a file that was replaced goes.
public final class InvoiceFiles {
    public static final int MOST_BYTES = 5 * 1_024 * 1_024;

    private final Invoices invoices;
    private final SealedFiles store;
    private final Transactions transactions;

    InvoiceFiles(Invoices invoices, SealedFiles store, Transactions transactions) {
        this.invoices = invoices;
        this.store = store;
        this.transactions = transactions;
    }

    /// Why a file is no invoice.
    public enum Fault {
        EMPTY,
        TOO_LARGE,
        NOT_A_PDF,
        /// A PDF that is locked, damaged or has no page.
        UNREADABLE
    }

    /// What became of an upload.
    public sealed interface Attached {
        record Refused(Fault fault) implements Attached {}

        record Changed(InvoiceChange change) implements Attached {}
    }

    /// Attaches a file to an invoice that was made out; it takes the place of the one before.
    ///
    /// @param body read up to one byte more than allowed; not closed
    public Attached attach(InvoiceId id, InputStream body, Invoice.Change by) throws IOException {
        var file = body.readNBytes(MOST_BYTES + 1);
        var fault = fault(file);
        if (fault.isPresent()) {
            return new Attached.Refused(fault.get());
        }
        var known = transactions.asOperator(() -> invoices.find(id));
        if (known.isEmpty() || known.get().number().isEmpty()) {
            return new Attached.Changed(known.<InvoiceChange>map(one -> new InvoiceChange.Impossible(one.state()))
                    .orElseGet(InvoiceChange.Unknown::new));
        }
        var hash = sha256(file);
        put(known.get(), hash, file);
        var change = transactions.asOperator(() -> invoices.attach(id, hash, by));
        if (change instanceof InvoiceChange.Done) {
            shred(known.get());
        }
        return new Attached.Changed(change);
    }

    private void put(Invoice invoice, String hash, byte[] file) throws IOException {
        try {
            store.put(invoice.tenant(), name(invoice, hash), new ByteArrayInputStream(file));
        } catch (FileAlreadyExistsException _) {
            // A file appears whole or not at all, and this one's name is its content's.
        }
    }

    private void shred(Invoice before) throws IOException {
        if (before.pdf().isPresent()) {
            store.shred(name(before, before.pdf().get()));
        }
    }

    /// The file in clear.
    ///
    /// @throws NoSuchFileException when none was attached
    public InputStream open(Invoice invoice) throws IOException {
        var hash = invoice.pdf()
                .orElseThrow(() -> new NoSuchFileException(invoice.id().toString()));
        return store.open(invoice.tenant(), name(invoice, hash));
    }

    private static BlobName name(Invoice invoice, String hash) {
        return new BlobName("invoices/" + invoice.tenant() + "/" + invoice.id() + "/" + hash);
    }

    private static Optional<Fault> fault(byte[] file) {
        if (file.length == 0) {
            return Optional.of(Fault.EMPTY);
        }
        if (file.length > MOST_BYTES) {
            return Optional.of(Fault.TOO_LARGE);
        }
        if (file.length < 5 || file[0] != '%' || file[1] != 'P' || file[2] != 'D' || file[3] != 'F' || file[4] != '-') {
            return Optional.of(Fault.NOT_A_PDF);
        }
        try (var pdf = Loader.loadPDF(file)) {
            return pdf.getNumberOfPages() == 0 ? Optional.of(Fault.UNREADABLE) : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.of(Fault.UNREADABLE);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
