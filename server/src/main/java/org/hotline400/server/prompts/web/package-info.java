/// Prompts over HTTP.
@NullMarked
package org.hotline400.server.prompts.web;

import org.jspecify.annotations.NullMarked;
