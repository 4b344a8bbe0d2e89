package org.hotline400.server.numbers.web;

/// A text for people.
///
/// @param zh in Chinese
/// @param en in English
record TextBody(String zh, String en) {}
