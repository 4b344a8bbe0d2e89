package org.hotline400.server.enrolment.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long persons and papers of applications are kept.
///
/// @param afterService `hotline.retention.after-service`: after a number has left its holder; 730 days by default (two
///     years), 180 days to ten years
/// @param unfinished `hotline.retention.unfinished`: of an application that came to nothing, since it was last touched;
///     180 days by default, 30 days to three years
@Validated
@ConfigurationProperties("hotline.retention")
public record RetentionSettings(
        @DefaultValue("730d") @DurationMin(days = 180) @DurationMax(days = 3_650)
        Duration afterService,

        @DefaultValue("180d") @DurationMin(days = 30) @DurationMax(days = 1_095)
        Duration unfinished) {}
