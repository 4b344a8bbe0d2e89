/// Recordings over HTTP: lists, audio with ranges, export, certified deletion.
@NullMarked
package org.hotline400.server.recordings.web;

import org.jspecify.annotations.NullMarked;
