package org.hotline400.server.enrolment.review;

/// How much lies on the desk.
///
/// @param overdue of those that wait or are in review: the promised time is over
/// @param mine in review with who asks
public record ReviewCounts(
        long waiting,
        long inReview,
        long correctionAsked,
        long unpaid,
        long provisioning,
        long stuck,
        long overdue,
        long mine) {}
