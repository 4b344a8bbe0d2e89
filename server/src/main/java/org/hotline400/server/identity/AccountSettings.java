package org.hotline400.server.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of people who sign in.
///
/// @param consoleUrl `hotline.accounts.console-url`: where the links in mails lead, such as
///     `https://hotline.example.cn`; `hotline.http` by default, which only this machine reaches
/// @param sessionIdle `hotline.accounts.session-idle`: a session ends when nothing was asked with it for so
///     long; 12 hours by default, between 5 minutes and 30 days: over lunch, not over night
/// @param sessionAtMost `hotline.accounts.session-at-most`: and after so long in any case; 7 days by
///     default, up to 90
/// @param operatorSecondFactor `hotline.accounts.operator-second-factor`: whether the operator's people can
///     do nothing before they have set up an authenticator app; off by default, because a trial has nothing
///     to protect
/// @param plainCookies `hotline.accounts.plain-cookies`: whether session cookies may travel without TLS
///     from other machines; off by default: without TLS people sign in from this machine only
/// @param attemptsPerMinute `hotline.accounts.attempts-per-minute`: how often one address (one IPv6 /64)
///     may try to sign in or use a code from a mail; 30 by default: an office behind one address gets in,
///     guessing does not
/// @param mailsPerHour `hotline.accounts.mails-per-hour`: how often one address may ask for a mail
///     (sign-up, forgotten password); 20 by default
@Validated
@ConfigurationProperties("hotline.accounts")
public record AccountSettings(
        @DefaultValue("") String consoleUrl,

        @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(days = 30)
        Duration sessionIdle,

        @DefaultValue("7d") @DurationMin(minutes = 5) @DurationMax(days = 90)
        Duration sessionAtMost,

        @DefaultValue("false") boolean operatorSecondFactor,
        @DefaultValue("false") boolean plainCookies,
        @DefaultValue("30") @Min(1) @Max(1_000_000) int attemptsPerMinute,
        @DefaultValue("20") @Min(1) @Max(1_000_000) int mailsPerHour) {}
