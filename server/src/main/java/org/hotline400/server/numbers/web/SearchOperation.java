package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the search of numbers and its parameters, which [SearchParameters] reads.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        summary = "Searches the numbers that can be had now",
        description = "Open to visitors. Everything given must hold; of several classes or carriers one suffices, of"
                + " several patterns and fragments all must be there. Lists are repeated or separated by commas.")
@Parameters({
    @Parameter(
            in = ParameterIn.QUERY,
            name = "mask",
            description = "a digit or ? at each place, with or without 400 and hyphens",
            example = "400-8??-8888"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "contains",
            description = "list: one to seven digits somewhere behind 400",
            example = "120120"),
    @Parameter(in = ParameterIn.QUERY, name = "head", description = "the first digits behind 400", example = "8"),
    @Parameter(in = ParameterIn.QUERY, name = "tail", description = "the last digits", example = "8888"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "pattern",
            description = "list: codes of GET /api/v1/number-patterns",
            example = "aabbcc"),
    @Parameter(in = ParameterIn.QUERY, name = "without", description = "digits that must not occur", example = "4"),
    @Parameter(in = ParameterIn.QUERY, name = "class", description = "list: ordinary, special, premium"),
    @Parameter(in = ParameterIn.QUERY, name = "feeFrom", description = "lowest set-up fee in yuan", example = "500"),
    @Parameter(in = ParameterIn.QUERY, name = "feeTo", description = "highest set-up fee in yuan", example = "5000"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "carrier",
            description = "list: china-unicom, china-telecom, china-mobile"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "promotion",
            description = "id of one of GET /api/v1/number-promotions/running"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "meaning",
            description = "a name or words that the number shall say",
            example = "久久快运"),
    @Parameter(in = ParameterIn.QUERY, name = "trade", description = "code of GET /api/v1/number-trades"),
    @Parameter(
            in = ParameterIn.QUERY,
            name = "order",
            description = "memorability (the default; with a meaning, what says more comes first), price,"
                    + " price-down, number"),
    @Parameter(in = ParameterIn.QUERY, name = "cursor", description = "next of the page before, of the same search"),
    @Parameter(in = ParameterIn.QUERY, name = "limit", description = "1 to 200, 20 by default")
})
@interface SearchOperation {}
