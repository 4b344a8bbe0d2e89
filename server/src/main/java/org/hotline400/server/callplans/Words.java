package org.hotline400.server.callplans;

/// The same said in both languages of the product.
public record Words(String zh, String en) {}
