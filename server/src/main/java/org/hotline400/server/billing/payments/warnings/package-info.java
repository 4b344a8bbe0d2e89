/// Tells customers before their account is empty: at parts of the balance that they had after their last
/// payment, and when it lasts for days only.
@NullMarked
package org.hotline400.server.billing.payments.warnings;

import org.jspecify.annotations.NullMarked;
