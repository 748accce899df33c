package cn.jianfu.report.reference;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request safe to repeat.
 *
 * @param source who sends
 * @param expectedVersion the version that the sender has seen (If-Match); null for any
 */
record Request(String key, String bodyHash, String source, @Nullable Long expectedVersion) {

  /** A request of its own right: what it asks for may be so already, and then nothing happens. */
  static Request once(String source, @Nullable Long expectedVersion) {
    return new Request(UUID.randomUUID().toString(), "", source, expectedVersion);
  }
}
