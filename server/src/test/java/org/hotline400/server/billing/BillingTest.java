package org.hotline400.server.billing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hotline400.server.testing.ServerTest;
import org.springframework.context.annotation.Import;

/// A test of bills on the whole server.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import(BilledCustomers.class)
public @interface BillingTest {}
