package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/**
 * Something to tell live pages.
 *
 * @param town the town that it is about; null when it is about the district
 * @param version of the town's view; 0 when it is about the district
 */
record LiveEvent(@Nullable String town, String name, long version, String data) {

  /** What it replaces on a page. */
  Object subject() {
    return town + "/" + name;
  }

  ServerSentEvent<String> message() {
    var message = ServerSentEvent.builder(data).event(name);
    return town == null ? message.build() : message.id(town + "-" + version).build();
  }
}
