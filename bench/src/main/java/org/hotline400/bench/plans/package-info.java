/// How fast plans decide: measured by the platform's own process, without calls, and reported here.
@NullMarked
package org.hotline400.bench.plans;

import org.jspecify.annotations.NullMarked;
