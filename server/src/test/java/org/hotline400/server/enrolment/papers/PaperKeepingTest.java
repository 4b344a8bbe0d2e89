package org.hotline400.server.enrolment.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.internal.ApplicationRows;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.SealedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Rows and files of papers together, through failures and crashes.
class PaperKeepingTest {
    private static final PaperPlace LICENCE = new PaperPlace(PaperKind.BUSINESS_LICENCE, 1);
    private static final ApplicationActor SOMEBODY = ApplicationActor.platform("for a test");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = database.transactions();
    private final Store store = new Store();
    private final PaperRows rows = new PaperRows(jdbc);
    private final TenantId shop = new TenantId(Ids.next());
    private final ApplicationId application = ApplicationId.next();
    private Instant now = Instant.now(Clock.systemUTC());
    private PaperFiles files;
    private Papers papers;

    /// Keeps files in memory.
    private static final class Store implements SealedFiles, BlobStore {
        private final Map<BlobName, byte[]> files = new ConcurrentHashMap<>();

        @Override
        public void put(TenantId tenant, BlobName name, InputStream content) throws IOException {
            put(name, content);
        }

        @Override
        public void put(BlobName name, InputStream content) throws IOException {
            if (files.putIfAbsent(name, content.readAllBytes()) != null) {
                throw new FileAlreadyExistsException(name.value());
            }
        }

        @Override
        public InputStream open(TenantId tenant, BlobName name) throws IOException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new FileNotFoundException(name.value());
            }
            return new ByteArrayInputStream(file);
        }

        @Override
        public boolean shred(BlobName name) {
            return files.remove(name) != null;
        }

        @Override
        public boolean shred(BlobName name, int bytes) {
            return shred(name);
        }

        @Override
        public void adopt(BlobName name, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel open(BlobName name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEach(Consumer<BlobName> visitor) {
            List.copyOf(files.keySet()).forEach(visitor);
        }
    }

    private final class Time extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void anApplication() throws IOException {
        transactions.asOperator(() -> {
            jdbc.sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                    .param(shop.value())
                    .update();
            jdbc.sql("insert into enrolment.applications (id, tenant, version, state, channel, authors, policy,"
                            + " form, documents, findings, approvals, created_at) values (?, ?, 1, 'draft',"
                            + " 'online', '{}', 'before-review', cast(? as jsonb), '{}', '[]', '{}', now())")
                    .params(application.value(), shop.value(), new JsonMapper().writeValueAsString(Form.EMPTY))
                    .update();
        });
        files = new PaperFiles(store, folder, 2);
        papers = papers(rows);
    }

    private Papers papers(PaperRows using) {
        return new Papers(
                transactions,
                new ApplicationRows(jdbc),
                using,
                files,
                (purpose, text) -> HexFormat.of().parseHex(text),
                new Time());
    }

    @AfterEach
    void away() {
        database.close();
    }

    private static byte[] picture(int height) {
        return PaperSamples.png(PaperSamples.page(400, height, List.of("样例")));
    }

    private PaperChange put(byte[] file) throws IOException {
        return papers.put(application, LICENCE, new ByteArrayInputStream(file), SOMEBODY);
    }

    private void state(String state) {
        transactions.asOperator(() -> jdbc.sql("update enrolment.applications set state = ? where id = ?")
                .params(state, application.value())
                .update());
    }

    private List<Path> incoming() throws IOException {
        try (var left = Files.list(folder)) {
            return left.toList();
        }
    }

    private void sweep() throws IOException {
        new PaperSweep(transactions, rows, papers, files, store, new Time()).run();
    }

    @Test
    void what_comes_in_is_readable_by_its_owner_only_and_gone_afterwards() throws IOException {
        List<String> rights = new ArrayList<>();
        var body = new ByteArrayInputStream(picture(400)) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                try {
                    rights.add(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(incoming().getFirst())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return super.read(buffer, from, length);
            }
        };
        assertThat(papers.put(application, LICENCE, body, SOMEBODY)).isInstanceOf(PaperChange.Done.class);
        assertThat(rights).isNotEmpty().containsOnly("rw-------");
        assertThat(incoming()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        var broken = new ByteArrayInputStream(picture(400)) {
            private boolean begun;

            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                if (begun) {
                    throw new UncheckedIOException(new IOException("gone"));
                }
                begun = true;
                return super.read(buffer, from, 100);
            }
        };
        assertThatThrownBy(() -> papers.put(application, LICENCE, broken, SOMEBODY))
                .hasMessageContaining("gone");
        assertThat(incoming()).isEmpty();
        assertThat(store.files).isEmpty();
    }

    @Test
    void without_its_row_a_file_does_not_stay() {
        papers = papers(new PaperRows(jdbc) {
            @Override
            void add(Paper paper, UUID uploader, byte[] fingerprint) {
                throw new IllegalStateException("the database is away");
            }
        });
        assertThatThrownBy(() -> put(picture(400))).hasMessage("the database is away");
        assertThat(store.files).isEmpty();
    }

    @Test
    void what_is_handed_in_while_a_file_comes_in_stays_as_it_was() throws IOException {
        byte[] file = picture(400);
        var body = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                state("submitted");
                return super.read(buffer, from, length);
            }
        };
        assertThat(papers.put(application, LICENCE, body, SOMEBODY)).isInstanceOf(PaperChange.Closed.class);
        assertThat(store.files).isEmpty();
    }

    @Test
    void a_crash_leaves_files_that_are_swept_once_no_upload_can_be_under_way() throws IOException {
        put(picture(400));
        var orphan = PaperFiles.name(shop, PaperId.next());
        var foreign = new BlobName("recordings/2026/" + PaperId.next());
        store.put(orphan, new ByteArrayInputStream("left".getBytes(StandardCharsets.UTF_8)));
        store.put(foreign, new ByteArrayInputStream("not ours".getBytes(StandardCharsets.UTF_8)));

        sweep();
        assertThat(store.files).hasSize(3);
        now = now.plus(Duration.ofHours(2));
        sweep();
        assertThat(store.files).hasSize(2).doesNotContainKey(orphan).containsKey(foreign);
    }

    @Test
    void a_crash_leaves_uploads_that_the_next_start_removes() throws IOException {
        Files.writeString(folder.resolve("upload123"), "half a licence");
        assertThat(new PaperFiles(store, folder, 1)).isNotNull();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_replaced_file_is_kept_until_the_application_is_over() throws IOException {
        put(picture(400));
        put(picture(500));
        assertThat(store.files).hasSize(2);

        state("in-review");
        sweep();
        assertThat(store.files).hasSize(2);
        state("live");
        sweep();
        assertThat(store.files).hasSize(1);
        assertThat(papers.list(application, SOMEBODY).orElseThrow())
                .extracting(paper -> paper.shreddedAt().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void more_files_than_anybody_needs_are_not_taken() throws IOException {
        put(picture(400));
        transactions.asOperator(
                () -> jdbc.sql("insert into enrolment.papers (id, tenant, application, kind, place, type, pages,"
                                + " width, height, bytes, sha256, fingerprint, uploaded_at, uploader, uploaded_by, ended_at,"
                                + " hints_since) select gen_random_uuid(), tenant, application, kind, place, type, pages, width,"
                                + " height, bytes, sha256, fingerprint, uploaded_at, uploader, uploaded_by, now(), now() from"
                                + " enrolment.papers, generate_series(1, 99)")
                        .update());
        assertThat(put(picture(500))).isEqualTo(new PaperChange.TooMany(100));
        assertThat(store.files).hasSize(1);
    }

    @Test
    void an_unread_paper_is_taken_by_one_and_again_when_he_died() throws IOException {
        put(picture(400));
        assertThat(take(now)).isPresent();
        assertThat(take(now)).isEmpty();
        now = now.plus(Duration.ofMinutes(6));
        assertThat(take(now)).isPresent();
    }

    @Test
    void papers_are_looked_at_again_when_the_form_is_handed_in() throws IOException {
        put(picture(400));
        Paper paper = take(now).orElseThrow();
        transactions.asOperator(() -> rows.note(paper.id(), Paper.HintsState.DONE, List.of(), now));
        assertThat(take(now)).isEmpty();

        transactions.asOperator(() -> papers.lookAgain(fact(ApplicationEvent.TAKE)));
        assertThat(take(now)).isEmpty();
        transactions.asOperator(() -> papers.lookAgain(fact(ApplicationEvent.SUBMIT)));
        assertThat(take(now)).isPresent();
    }

    private ApplicationFact fact(ApplicationEvent event) {
        return new ApplicationFact(application, shop, ApplicationState.DRAFT, event, ApplicationState.SUBMITTED, now);
    }

    private Optional<Paper> take(Instant at) {
        return transactions.asOperator(() -> rows.takeUnread(at, at.minus(Duration.ofMinutes(5))));
    }
}
