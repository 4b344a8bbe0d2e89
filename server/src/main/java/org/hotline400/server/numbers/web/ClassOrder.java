package org.hotline400.server.numbers.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The class that a number shall be sold in.
///
/// @param numberClass `ordinary`, `special`, `premium`
/// @param reason why, for the record
record ClassOrder(
        @JsonProperty("class") @Nullable String numberClass,
        @Nullable String reason) {}
