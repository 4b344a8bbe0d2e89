package org.hotline400.server.enrolment.guide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.hotline400.server.enrolment.resellers.Resellers;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.hotline400.server.kernel.BusinessTime;
import org.springframework.stereotype.Service;

/// By which ways applications come in. Who approves them is no question of it: always the operator.
@Service
public class ChannelPolicy {
    private static final IntakePermission GRANTED = new IntakePermission.Granted();

    private final Map<IntakeWay, IntakeRule> rules;
    private final ChannelSettings settings;
    private final Resellers resellers;

    public ChannelPolicy(ChannelSettings settings, Resellers resellers) {
        this.rules = byWay(BoxedData.read("/enrolment/channels.json", Document.class));
        this.settings = settings;
        this.resellers = resellers;
    }

    /// @param approvedBy who approves what came in by any of the ways
    record Document(int version, String note, String approvedBy, List<IntakeRule> ways) {}

    private static Map<IntakeWay, IntakeRule> byWay(Document document) {
        var rules = new EnumMap<IntakeWay, IntakeRule>(IntakeWay.class);
        for (var way : IntakeWay.values()) {
            rules.put(way, rule(document, way));
        }
        if (!document.approvedBy().equals("operator")) {
            throw new IllegalArgumentException("channels.json: only the operator approves applications");
        }
        return rules;
    }

    private static IntakeRule rule(Document document, IntakeWay way) {
        return document.ways().stream()
                .filter(rule -> rule.way().equals(way.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("channels.json says nothing of " + way.code()
                        + "; the ways are "
                        + Arrays.stream(IntakeWay.values()).map(IntakeWay::code).toList()));
    }

    /// All ways with what they take in, also those that are closed.
    public List<IntakeRule> rules() {
        return List.copyOf(rules.values());
    }

    public boolean isOpen(IntakeRule rule) {
        return settings.closed().stream().noneMatch(way -> way.code().equals(rule.way()));
    }

    /// Whether an application may come in by this way at this time. Whose may is among the rules of entities.
    public IntakePermission mayTakeIn(Intake intake, Instant at) {
        var way = IntakeWay.of(intake);
        var rule = rules.get(way);
        if (rule == null || settings.closed().contains(way)) {
            return new IntakePermission.Refused(
                    "channels.closed",
                    "this way takes in no applications at present; ask the operator",
                    "该受理渠道目前暂停受理，请联系运营商。");
        }
        var today = LocalDate.ofInstant(at, BusinessTime.ZONE);
        return rule.needsLicence() ? licensed(intake, today) : GRANTED;
    }

    private IntakePermission licensed(Intake intake, LocalDate today) {
        return intake.reseller()
                .flatMap(resellers::find)
                .map(reseller -> permission(reseller, today))
                .orElseGet(() -> new IntakePermission.Refused(
                        "channels.unknown-reseller",
                        "the reseller has no licence on record: the operator enters it first",
                        "该转售企业没有登记电信业务经营许可证，请先由运营商登记。"));
    }

    private static IntakePermission permission(Reseller reseller, LocalDate today) {
        var licence = reseller.licence();
        return switch (reseller.standing(today)) {
            case VALID -> GRANTED;
            case NOT_YET ->
                new IntakePermission.Refused(
                        "channels.licence-not-yet",
                        "the reseller's licence " + licence.number() + " begins on " + licence.from(),
                        "该转售企业的许可证（" + licence.number() + "）自 " + licence.from() + " 起生效。");
            case EXPIRED ->
                new IntakePermission.Refused(
                        "channels.licence-expired",
                        "the reseller's licence " + licence.number() + " expired on " + licence.until()
                                + ": the operator enters the new one first",
                        "该转售企业的许可证（" + licence.number() + "）已于 " + licence.until() + " 到期，请先由运营商登记新证。");
            case SUSPENDED ->
                new IntakePermission.Refused(
                        "channels.reseller-suspended", "the operator has suspended this reseller", "该转售企业已被运营商暂停受理资格。");
        };
    }
}
