package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.time.Clock;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.internal.ApplicationRows;
import org.hotline400.server.enrolment.papers.preview.PaperPreviews;
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
