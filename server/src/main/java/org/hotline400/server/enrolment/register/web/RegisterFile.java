package org.hotline400.server.enrolment.register.web;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.register.Register;
import org.hotline400.server.enrolment.register.RegisterEntry;
import org.hotline400.server.enrolment.register.RegisterFilter;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.CsvLine;
import org.springframework.stereotype.Component;

/// The register as a CSV file, page by page, so that it takes no memory.
@Component
class RegisterFile {
    private static final int PAGE = 500;
    private static final char MARK = '\uFEFF';
    private static final ApplicationActor PLATFORM = ApplicationActor.platform("the register's export");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEAD = List.of(
            "号码",
            "企业名称",
            "统一社会信用代码",
            "主体类型",
            "行业",
            "法定代表人",
            "经办人",
            "用途",
            "套餐",
            "合同期（月）",
            "受理渠道",
            "受理转售企业",
            "开通时间",
            "终止时间",
            "终止原因",
            "申请编号");
    private static final List<String> CLEAR_HEAD = List.of("法定代表人姓名", "法定代表人证件号", "经办人姓名", "经办人证件号", "经办人手机");

    private final Register register;
    private final Applications applications;

    RegisterFile(Register register, Applications applications) {
        this.register = register;
        this.applications = applications;
    }

    /// @param clear whether names and document numbers stand there in clear, as long as they are kept
    void write(RegisterFilter filter, boolean clear, Writer out) throws IOException {
        out.write(MARK);
        out.write(CsvLine.join(clear ? joined(HEAD, CLEAR_HEAD) : HEAD));
        Optional<UUID> after = Optional.empty();
        do {
            var page = register.list(filter, after, PAGE);
            for (var entry : page.items()) {
                out.write(CsvLine.join(clear ? joined(line(entry), persons(entry)) : line(entry)));
            }
            after = page.next().map(UUID::fromString);
        } while (after.isPresent());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> line(RegisterEntry entry) {
        return List.of(
                entry.number().display(),
                entry.holder().company(),
                entry.holder().creditCode(),
                entry.holder().entity(),
                entry.holder().trade(),
                entry.holder().legalRepresentative(),
                entry.holder().handler(),
                entry.use().purpose(),
                entry.use().tariff(),
                entry.use().termMonths().map(Object::toString).orElse(""),
                entry.use().way(),
                entry.use().reseller().map(TenantId::toString).orElse(""),
                time(entry.activatedAt()),
                entry.end().map(end -> time(end.at())).orElse(""),
                entry.end().map(RegisterEntry.End::reason).orElse(""),
                entry.application().map(ApplicationId::toString).orElse(""));
    }

    private static String time(Instant at) {
        return SECOND.format(at.atZone(BusinessTime.ZONE));
    }

    private List<String> persons(RegisterEntry entry) {
        var form = entry.application()
                .flatMap(id -> applications.find(id, PLATFORM))
                .map(application -> application.form())
                .orElse(Form.EMPTY);
        return List.of(
                form.legalRepresentative().name().orElse(""),
                form.legalRepresentative().number().orElse(""),
                form.handler().name().orElse(""),
                form.handler().number().orElse(""),
                form.handler().mobile().orElse(""));
    }
}
