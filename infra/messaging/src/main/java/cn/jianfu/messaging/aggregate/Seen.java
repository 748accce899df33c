package cn.jianfu.messaging.aggregate;

import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * An accepted command, remembered.
 *
 * @param version what it led to
 * @param result what it was answered with, if that was to be kept
 * @param write the update that carried it: tells a writer its own update from another's
 */
record Seen(String key, String hash, long version, ObjectId write, @Nullable String result) {}
