package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.internal.ApplicationRows;
import org.hotline400.server.enrolment.papers.hints.PaperHints;
import org.hotline400.server.enrolment.papers.hints.Tesseract;
import org.hotline400.server.enrolment.papers.hints.TextReading;
import org.hotline400.server.enrolment.papers.preview.PaperPreviews;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.Fingerprints;
import org.hotline400.server.vault.SealedFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PapersConfiguration {

    @Bean
    PaperFiles paperFiles(SealedFiles store, DataFolder data) throws IOException {
        return new PaperFiles(
                store, data.folder("incoming"), Runtime.getRuntime().availableProcessors());
    }

    /// Chinese text; a page takes some seconds.
    @Bean
    TextReading textReading() {
        return new Tesseract(() -> Objects.requireNonNullElse(System.getenv("PATH"), ""), Duration.ofSeconds(30));
    }

    @Bean
    PaperReading paperReading(
            Transactions transactions,
            PaperRows rows,
            PaperFiles files,
            Applications applications,
            TextReading text,
            Clock clock) {
        return new PaperReading(transactions, rows, files, applications, new PaperHints(text), clock);
    }

    @Bean
    PaperWorker paperWorker(
            PaperReading reading,
            Transactions transactions,
            PaperRows rows,
            Papers papers,
            PaperFiles files,
            BlobStore blobs,
            Clock clock) {
        return new PaperWorker(reading, new PaperSweep(transactions, rows, papers, files, blobs, clock));
    }

    @Bean
    PaperPreviews paperPreviews(Papers papers, PaperFiles files) {
        return new PaperPreviews(papers, files.work());
    }

    @Bean
    Papers papers(
            Transactions transactions,
            ApplicationRows applications,
            PaperRows rows,
            PaperFiles files,
            Fingerprints fingerprints,
            Clock clock) {
        return new Papers(transactions, applications, rows, files, fingerprints, clock);
    }
}
