package cn.jianfu.messaging.aggregate;

import org.bson.types.ObjectId;

/**
 * An accepted command, remembered.
 *
 * @param version what it led to
 * @param write the update that carried it: tells a writer its own update from another's
 */
record Seen(String key, String hash, long version, ObjectId write) {}
