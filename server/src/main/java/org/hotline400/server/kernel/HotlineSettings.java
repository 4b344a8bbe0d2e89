package org.hotline400.server.kernel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Every setting of the server, under `hotline.` What changes from place to place is also an option of
/// `./hotline run`; the rest is set by environment (`HOTLINE_RTP_SILENCE=90s`) or property.
///
/// @param data `hotline.data`: the folder of everything that is kept, `data` in the working directory by
///     default, so that a trial leaves nothing elsewhere
/// @param http `hotline.http`: where API and console listen; loopback by default, because nothing is opened
///     to the network unasked; port 0 takes a free one
/// @param sampleData `hotline.sample-data`: whether to fill in the three sample customers; off by default
@Validated
@ConfigurationProperties("hotline")
public record HotlineSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("127.0.0.1:8400") HostPort http,
        @DefaultValue @Valid Sip sip,
        @DefaultValue @Valid Rtp rtp,
        @Nullable HostPort trunk,
        @DefaultValue @Valid Database database,
        @DefaultValue Outbound outbound,
        @DefaultValue Mail mail,
        @DefaultValue @Valid Sms sms,
        @DefaultValue("false") boolean sampleData,
        @DefaultValue ForwardTargets forwardTargets,
        @DefaultValue @Valid Numbers numbers,
        @DefaultValue @Valid Enrolment enrolment) {

    /// Whether a plan that an enterprise publishes may only ring lines that were confirmed.
    public boolean confirmsForwardTargets() {
        var confirm = forwardTargets.confirm();
        return confirm == null ? !sampleData : confirm;
    }

    /// Lines that calls are forwarded to.
    ///
    /// @param confirm `hotline.forward-targets.confirm`: whether an enterprise may forward only to lines where
    ///     somebody has named a code that was spoken to him in a call, against calls to strangers and toll
    ///     fraud; by default yes, and no with sample data, whose lines nobody can answer. The operator's own
    ///     plans need it never.
    public record ForwardTargets(@Nullable Boolean confirm) {}

    /// How long the stages of a 400 number's life last, and how much of the number shop everybody may ask.
    ///
    /// @param hold `hotline.numbers.hold`: how long a number stays in a cart; 15 minutes by default, between
    ///     30 s and a day: long enough to fill in a form, too short to keep a good number from others
    /// @param heldAtMost `hotline.numbers.held-at-most`: how many numbers an enterprise may hold at once; 10
    ///     by default, up to 1,000: nobody keeps the best ones for himself by going on clicking
    /// @param reservation `hotline.numbers.reservation`: how long a number waits for an application's papers;
    ///     15 days by default, as in the trade
    /// @param cancellation `hotline.numbers.cancellation`: how long a cancellation can be taken back; 7 days
    ///     by default, none to 90 days
    /// @param quarantine `hotline.numbers.quarantine`: how long a number rests before somebody else can have
    ///     it; 90 days by default and at least: less is against the rules for 400 numbers, so the server does
    ///     not start
    /// @param referral `hotline.numbers.referral`: how long callers of a replaced number hear the new one,
    ///     where the upgrade does not say; 90 days by default, a day to two years: callers of a hotline come
    ///     back rarely
    /// @param visitorRate `hotline.numbers.visitor-rate`: how many requests a second one address (one IPv6 /64)
    ///     may send to the number shop without a key; 20 by default: more than a person types, and a small part
    ///     of what a core answers
    /// @param visitorBurst `hotline.numbers.visitor-burst`: how many of them at once after a rest; 60 by
    ///     default: a page that asks for several things
    /// @param keyRate `hotline.numbers.key-rate`: the same with the API keys of one principal; 200 by default: a
    ///     web shop's own server asks for all its visitors
    /// @param keyBurst `hotline.numbers.key-burst`: how many of them at once after a rest; 600 by default
    public record Numbers(
            @DefaultValue("15m") @DurationMin(seconds = 30) @DurationMax(days = 1)
            Duration hold,

            @DefaultValue("10") @Min(1) @Max(1_000) int heldAtMost,

            @DefaultValue("15d") @DurationMin(days = 1) @DurationMax(days = 365)
            Duration reservation,

            @DefaultValue("7d") @DurationMin(seconds = 0) @DurationMax(days = 90)
            Duration cancellation,

            @DefaultValue("90d") @DurationMin(days = 90) @DurationMax(days = 3_650)
            Duration quarantine,

            @DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 730)
            Duration referral,

            @DefaultValue("20") @Min(1) @Max(1_000_000) int visitorRate,
            @DefaultValue("60") @Min(1) @Max(1_000_000) int visitorBurst,
            @DefaultValue("200") @Min(1) @Max(1_000_000) int keyRate,
            @DefaultValue("600") @Min(1) @Max(1_000_000) int keyBurst) {

        /// As by default.
        public static final Numbers USUAL = new Numbers(
                Duration.ofMinutes(15),
                10,
                Duration.ofDays(15),
                Duration.ofDays(7),
                Duration.ofDays(90),
                Duration.ofDays(90),
                20,
                60,
                200,
                600);
    }

    /// From application to live number.
    ///
    /// @param payment `hotline.enrolment.payment`: when an application is paid: `before-review` (the default: what
    ///     is rejected is refunded) or `after-review`. It counts for what is handed in from then on.
    /// @param onlineDays `hotline.enrolment.online-days`: within how many working days an online application is
    ///     answered; 3 by default, as in the trade
    /// @param paperDays `hotline.enrolment.paper-days`: the same for one on paper; 5 by default
    /// @param numbersPerClass `hotline.enrolment.numbers-per-class`: how many numbers of a class one holder may
    ///     have, by its credit code; 5 by default, as the ministry's rules of 2016 are read
    public record Enrolment(
            @DefaultValue("before-review") Payment payment,
            @DefaultValue("3") @Min(1) @Max(60) int onlineDays,
            @DefaultValue("5") @Min(1) @Max(60) int paperDays,
            @DefaultValue("5") @Min(1) @Max(10_000) int numbersPerClass) {

        /// As by default.
        public static final Enrolment USUAL = new Enrolment(Payment.BEFORE_REVIEW, 3, 5, 5);

        /// When an application is paid.
        public enum Payment {
            BEFORE_REVIEW,
            AFTER_REVIEW
        }
    }

    /// `hotline.trunk`: the carrier's SIP address, made a trunk for both directions at start; none by
    /// default.
    public Optional<HostPort> carrier() {
        return Optional.ofNullable(trunk);
    }

    /// Signalling.
    ///
    /// @param bind `hotline.sip.bind`: where SIP listens, UDP and TCP; loopback by default as above; port 0
    ///     takes a free one
    /// @param advertise `hotline.sip.advertise`: the host that peers are told (Via, Contact, SDP) when it is
    ///     not the bound one, behind NAT
    /// @param tls SIP over TLS
    /// @param browserOrigins `hotline.sip.browser-origins`: web pages of these origins may speak SIP over
    ///     WebSocket at `/sip`, beside this server's own pages; none by default
    public record Sip(
            @DefaultValue("127.0.0.1:5060") HostPort bind,
            @Nullable String advertise,
            @DefaultValue @Valid Tls tls,
            @DefaultValue List<String> browserOrigins) {
        public Sip {
            browserOrigins = List.copyOf(browserOrigins);
        }

        public Optional<String> advertised() {
            return Optional.ofNullable(advertise).filter(text -> !text.isBlank());
        }
    }

    /// SIP over TLS. Files are PEM, and read again when they change.
    ///
    /// @param port `hotline.sip.tls.port`: where TLS is listened to, on the address of `hotline.sip.bind`; none
    ///     by default; port 0 takes a free one
    /// @param certificate `hotline.sip.tls.certificate`: ours, then those that lead to its CA
    /// @param key `hotline.sip.tls.key`: its key, PKCS#8 without password
    /// @param trusted `hotline.sip.tls.trusted`: CAs that are trusted beside those of the JDK
    public record Tls(
            @Nullable @Min(0) @Max(65_535) Integer port,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable Path trusted) {

        @AssertTrue(message = "hotline.sip.tls.port needs hotline.sip.tls.certificate and hotline.sip.tls.key")
        public boolean isComplete() {
            return port == null || (certificate != null && key != null);
        }

        @AssertTrue(message = "hotline.sip.tls.certificate and hotline.sip.tls.key go together")
        public boolean isPair() {
            return (certificate == null) == (key == null);
        }
    }

    /// Audio. Each leg of a call takes one even port of the range and its odd neighbour (RFC 3550 §11).
    ///
    /// @param firstPort `hotline.rtp.first-port`: 20000 by default, below the range that Linux hands out
    ///     itself
    /// @param lastPort `hotline.rtp.last-port`: 29999 by default: 5,000 legs
    /// @param silence `hotline.rtp.silence`: a call ends when one of its legs has sent nothing at all for so
    ///     long, neither audio nor a report (RTCP), unless that side holds the call or only listens; 60 s by
    ///     default, between 10 s and an hour: a phone that vanished must not be charged for ever, and one that
    ///     suppresses silence still reports every five seconds
    public record Rtp(
            @DefaultValue("20000") @Min(1024) @Max(65_535) int firstPort,
            @DefaultValue("29999") @Min(1024) @Max(65_535) int lastPort,

            @DefaultValue("60s") @DurationMin(seconds = 10) @DurationMax(hours = 1)
            Duration silence) {
        @AssertTrue(message = "hotline.rtp.last-port must be above hotline.rtp.first-port")
        public boolean isRange() {
            return lastPort > firstPort;
        }
    }

    /// HTTP requests to addresses that customers name: webhooks, look-ups of call plans, and the SMS service.
    ///
    /// @param allowed `hotline.outbound.allowed`: addresses and CIDR blocks that may be asked although they are
    ///     not of the public Internet, such as `10.20.0.0/16`; none by default, because a customer's webhook
    ///     must not reach into the operator's network. Whatever is named here is open to every customer.
    public record Outbound(@DefaultValue List<AddressRange> allowed) {
        public Outbound {
            allowed = List.copyOf(allowed);
        }
    }

    /// Mail to customers, by SMTP.
    ///
    /// @param smtp `hotline.mail.smtp`: `HOST:PORT` of the mail server; none by default: mails are put into
    ///     `outbox/mail` of the data folder instead
    /// @param security `hotline.mail.security`: `starttls` (the default, required), `tls` (from the first byte)
    ///     or `none`
    /// @param user `hotline.mail.user`: what the platform logs in with; nothing by default
    /// @param password `hotline.mail.password`: from the environment (`HOTLINE_MAIL_PASSWORD`)
    /// @param from `hotline.mail.from`: the sender of all mails
    public record Mail(
            @Nullable HostPort smtp,
            @DefaultValue("starttls") MailSecurity security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("hotline400@localhost") String from) {

        public Optional<HostPort> server() {
            return Optional.ofNullable(smtp);
        }

        @Override
        public String toString() {
            return "Mail[" + smtp + "]";
        }
    }

    /// How the way to the mail server is secured.
    public enum MailSecurity {
        NONE,
        STARTTLS,
        TLS
    }

    /// Text messages to customers, by the HTTP interface of a service.
    ///
    /// @param url `hotline.sms.url`: asked by POST for each message; none by default: messages are put into
    ///     `outbox/sms` of the data folder instead. The rules of `hotline.outbound` hold for it.
    /// @param token `hotline.sms.token`: sent as `Authorization: Bearer …`; from the environment
    ///     (`HOTLINE_SMS_TOKEN`)
    /// @param template `hotline.sms.template`: the JSON that is sent; `{to}` and `{text}` stand within quotes
    public record Sms(
            @Nullable String url,
            @DefaultValue("") String token,

            @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\"}")
            String template) {

        public Optional<String> service() {
            return Optional.ofNullable(url).filter(text -> !text.isBlank());
        }

        @AssertTrue(message = "hotline.sms.template must contain {to} and {text}")
        public boolean isTemplate() {
            return template.contains("{to}") && template.contains("{text}");
        }

        @Override
        public String toString() {
            return "Sms[" + url + "]";
        }
    }

    /// The database: embedded when no URL is given.
    ///
    /// @param url `hotline.database.url`: JDBC URL of a PostgreSQL 18 server, without user and password
    /// @param user `hotline.database.user`: a role that owns the database (or may create schemas in it) and
    ///     may create the role `hotline_app` (CREATEROLE), or finds it created by hand; `hotline_owner` by
    ///     default
    /// @param password `hotline.database.password`: of that role. From the environment, never from a command
    ///     line.
    /// @param appPassword `hotline.database.app-password`: of `hotline_app`; by default derived from the
    ///     owner's, so that all nodes agree on it
    public record Database(
            @Nullable String url,
            @DefaultValue("hotline_owner") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String appPassword) {

        /// The embedded database.
        public static Database embedded() {
            return new Database(null, "hotline_owner", "", "");
        }

        /// A server by URL, with user and password from the environment as the server itself would find them.
        public static Database server(String url, Map<String, String> environment) {
            return new Database(
                    url,
                    environment.getOrDefault("HOTLINE_DATABASE_USER", "hotline_owner"),
                    environment.getOrDefault("HOTLINE_DATABASE_PASSWORD", ""),
                    environment.getOrDefault("HOTLINE_DATABASE_APP_PASSWORD", ""));
        }

        /// The server to use; empty for the embedded one.
        public Optional<String> server() {
            return Optional.ofNullable(url).filter(text -> !text.isBlank());
        }

        @AssertTrue(message = "hotline.database.url must start with jdbc:postgresql:")
        public boolean isPostgres() {
            return server().map(text -> text.startsWith("jdbc:postgresql:")).orElse(true);
        }

        @Override
        public String toString() {
            return server().orElse("embedded");
        }
    }
}
