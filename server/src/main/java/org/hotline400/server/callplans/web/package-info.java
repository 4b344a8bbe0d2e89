/// The REST face of call plans.
@NullMarked
package org.hotline400.server.callplans.web;

import org.jspecify.annotations.NullMarked;
