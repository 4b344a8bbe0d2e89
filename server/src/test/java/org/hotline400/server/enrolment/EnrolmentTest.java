package org.hotline400.server.enrolment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hotline400.server.testing.ServerTest;
import org.springframework.context.annotation.Import;

/// A test against the whole server, in which papers are there because a test says so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import({FakePapers.class, Applicants.class, Facts.class})
public @interface EnrolmentTest {}
