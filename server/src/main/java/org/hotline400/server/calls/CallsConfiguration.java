package org.hotline400.server.calls;

import java.time.Clock;
import org.hotline400.server.callplans.PlanRehearsal;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.Journal;
import org.hotline400.server.calls.internal.NodeIdentity;
import org.hotline400.server.calls.internal.NodeLease;
import org.hotline400.server.calls.internal.RecordWriter;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.prompts.Prompts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the parts of this module together.
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {
    private static final long SEGMENT = 32L * 1024 * 1024;

    @Bean(destroyMethod = "close")
    Journal journal(DataFolder data, Clock clock) {
        return Journal.open(data.folder("journal"), clock, SEGMENT);
    }

    @Bean
    NodeIdentity nodeIdentity(DataFolder data) {
        return NodeIdentity.of(data.path());
    }

    @Bean
    RecordWriter recordWriter(
            Journal journal, RecordWriter.Target target, Transactions transactions, NodeIdentity node) {
        return RecordWriter.start(journal, target, transactions, node);
    }

    @Bean
    NodeLease nodeLease(CallRecordRows rows, Transactions transactions, NodeIdentity node) {
        return NodeLease.start(rows, transactions, node, NodeLease.Terms.USUAL);
    }

    @Bean
    Reception reception(
            PlanDirectory directory,
            ObjectProvider<Admission> admissions,
            Prompts prompts,
            HotlineSettings settings,
            Resources resources) {
        var rules = CallRules.STANDARD.withSilence(settings.rtp().silence());
        return new Reception(directory, admissions.orderedStream().toList(), prompts, rules, resources);
    }

    @Bean
    Resources resources(Surroundings surroundings, DataDips dips, Distributions distributions, ValueSpeaker speaker) {
        return new Resources(surroundings, dips, distributions, speaker, new PinGuard());
    }

    @Bean
    Rehearsal rehearsal(Prompts prompts, Surroundings surroundings, ValueSpeaker speaker) {
        return new Rehearsal(prompts, CallRules.STANDARD, surroundings, speaker);
    }

    @Bean
    PlanRehearsal planRehearsal(Rehearsal rehearsal) {
        return new RehearsedCourse(rehearsal);
    }
}
