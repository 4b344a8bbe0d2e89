/// The HTTP edge: one mapping from everything that can go wrong to problem+json (RFC 9457), and the
/// description of the API at `/api/openapi.json`. The controllers live with their modules, in their packages
/// `web`.
///
/// **Publishes.** `Problem` (status and stable code), `ProblemException` for a controller's refusal (404,
/// 409, …), `PageLimit` for lists, `CsvFile` and `CsvLine` for tables that come and go as files.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.hotline400.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
