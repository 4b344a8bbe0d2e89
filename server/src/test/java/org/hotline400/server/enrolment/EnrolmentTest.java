package org.hotline400.server.enrolment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.testing.ServerTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// A test against the whole server, in which every application has all its papers: those whose subject are
/// other things need not upload any.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import({Applicants.class, EnrolmentTest.AllPapers.class})
public @interface EnrolmentTest {

    /// Whoever applies has sent everything.
    @TestConfiguration(proxyBeanMethods = false)
    class AllPapers {
        @Bean
        @Primary
        ApplicationPapers allPapers() {
            return new ApplicationPapers() {
                @Override
                public Set<PaperKind> present(ApplicationId application) {
                    return EnumSet.allOf(PaperKind.class);
                }

                @Override
                public Set<PaperKind> renewed(ApplicationId application, Instant since) {
                    return EnumSet.allOf(PaperKind.class);
                }
            };
        }
    }
}
