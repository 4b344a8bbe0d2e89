package org.hotline400.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;

/// The rules of the house, for the classes under one root package.
final class Rules {
    private Rules() {}

    static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule pure(String packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.jdbc..",
                        "org.springframework.transaction..",
                        "javax.sql..",
                        "java.sql..",
                        "jakarta.servlet..");
    }

    static ArchRule plainNames() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Base")
                .orShould()
                .haveSimpleNameEndingWith("Dto");
    }

    static ArchRule injectedClock() {
        return noClasses().should().callMethodWhere(describe("reads the time without a clock", Rules::isUnclockedNow));
    }

    private static boolean isUnclockedNow(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        var bare = access instanceof JavaMethodCall call
                && call.getTarget().getRawParameterTypes().isEmpty();
        return (owner.getPackageName().equals("java.time") && target.getName().equals("now") && bare)
                || (owner.isEquivalentTo(Clock.class) && target.getName().equals("systemDefaultZone"))
                || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    static ArchRule internalsStayInside() {
        return classes().should(new ArchCondition<>("use the internals of their own module only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(Rules::reachesInside)
                        .forEach(reach -> events.add(SimpleConditionEvent.violated(user, reach.getDescription())));
            }
        });
    }

    private static boolean reachesInside(Dependency dependency) {
        var used = dependency.getTargetClass().getPackageName();
        var inside = used.indexOf(".internal");
        return used.startsWith("org.hotline400.server.")
                && inside > 0
                && !(dependency.getOriginClass().getPackageName() + ".").startsWith(used.substring(0, inside) + ".");
    }
}
