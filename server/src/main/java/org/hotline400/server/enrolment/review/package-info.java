/// What the operator's reviewers do with applications that were handed in: the queue by what is due, decisions
/// with a reason for each field or paper, four eyes on premium numbers.
///
/// **Owns.** The catalogue of reasons (`enrolment/review-reasons.json`). **Invariants.** A decision goes
/// through `Applications`, as every change does; a finding names a field or a paper and says in both languages
/// what is wrong and what to do; one that a reviewer left lying goes back to the queue.
@NullMarked
package org.hotline400.server.enrolment.review;

import org.jspecify.annotations.NullMarked;
