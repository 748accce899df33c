package cn.jianfu.report.reference;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change. Each request is one of its own right: what it asks for may be so already,
 * and then nothing happens.
 *
 * @param expectedVersion the version that the sender has seen (If-Match); null for any
 */
public record Request(String source, @Nullable Long expectedVersion) {}
