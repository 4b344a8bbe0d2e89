package org.hotline400.server.billing.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Money;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// A bill as it is written down and hashed: JSON in UTF-8 with its keys in order and without blanks, amounts as
/// decimal yuan. Of a draft, number, due day and time of issue are empty.
///
/// @param seller who bills
/// @param customer his name then
record BillDocument(
        String id,
        String kind,
        String number,
        String seller,
        String tenant,
        String customer,
        String contract,
        String hotline,
        String month,
        String issuedAt,
        String due,
        List<LineDocument> lines,
        List<TaxDocument> taxes,
        String total) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    record LineDocument(String kind, String amount, int taxPercent, String chinese, String english) {
        static LineDocument of(Bill.Line line) {
            return new LineDocument(
                    line.kind(), line.amount().toString(), line.taxPercent(), line.chinese(), line.english());
        }

        Bill.Line line() {
            return new Bill.Line(kind, Money.parse(amount), taxPercent, chinese, english);
        }
    }

    record TaxDocument(int percent, String gross, String tax) {
        static TaxDocument of(Bill.TaxGroup group) {
            return new TaxDocument(
                    group.percent(), group.gross().toString(), group.tax().toString());
        }

        Bill.TaxGroup group() {
            return new Bill.TaxGroup(percent, Money.parse(gross), Money.parse(tax));
        }
    }

    static BillDocument read(String content) {
        return JSON.readValue(content, BillDocument.class);
    }

    /// The text that is hashed.
    String canonical() {
        return canonical(this);
    }

    static String canonical(Object document) {
        return JSON.writeValueAsString(document);
    }

    static <T> T read(String content, Class<T> type) {
        return JSON.readValue(content, type);
    }

    /// SHA-256 of the text in UTF-8, hexadecimal.
    static String hash(String canonical) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
