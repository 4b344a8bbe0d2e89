package org.hotline400.server.enrolment.register;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When holders confirm what the register says of them.
///
/// @param period `hotline.register.period`: how long after activation, and after each check, the next one is due;
///     365 days by default, 30 days to three years: the rules for 400 numbers speak of a yearly one
/// @param notice `hotline.register.notice`: how long before that the holder is asked; 30 days by default, a day to
///     90 days
@Validated
@ConfigurationProperties("hotline.register")
public record RegisterSettings(
        @DefaultValue("365d") @DurationMin(days = 30) @DurationMax(days = 1_095)
        Duration period,

        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 90)
        Duration notice) {}
