package cn.jianfu.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The AsyncAPI 3 document of the event catalogue. */
final class AsyncApi {

  private final RecordSchemas schemas = new RecordSchemas();

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put(
        "info",
        Map.of(
            "title", "Jianfu events",
            "version", "1",
            "description",
                "CloudEvents 1.0 in binary mode: attributes in Kafka headers (ce_…), JSON body."
                    + " Every event carries the complete state of its subject."));
    document.put("defaultContentType", "application/json");
    document.put("channels", channels());
    document.put("operations", operations());
    document.put("components", Map.of("messages", messages(), "schemas", schemas.all()));
    return document;
  }

  private static Map<String, List<EventType<?>>> byTopic() {
    return EventCatalogue.ALL.stream()
        .collect(Collectors.groupingBy(EventType::topic, LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<String, Object> channels() {
    Map<String, Object> channels = new LinkedHashMap<>();
    byTopic()
        .forEach((topic, types) -> {
          Map<String, Object> messages = new LinkedHashMap<>();
          types.forEach(type -> messages.put(type.name(), ref("messages/" + type.name())));
          channels.put(topic, Map.of("address", topic, "messages", messages));
        });
    return channels;
  }

  private static Map<String, Object> operations() {
    Map<String, Object> operations = new LinkedHashMap<>();
    byTopic()
        .keySet()
        .forEach(topic ->
            operations.put(
                "publish." + topic,
                Map.of("action", "send", "channel", Map.of("$ref", "#/channels/" + topic))));
    return operations;
  }

  private Map<String, Object> messages() {
    Map<String, Object> messages = new LinkedHashMap<>();
    for (EventType<?> type : EventCatalogue.ALL) {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("name", type.name());
      message.put("contentType", "application/json");
      message.put("headers", headers(type.name()));
      message.put("payload", schemas.of(type.payload()));
      messages.put(type.name(), message);
    }
    return messages;
  }

  private static Map<String, Object> headers(String type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("ce_specversion", Map.of("const", "1.0"));
    properties.put("ce_type", Map.of("const", type));
    List<String> required = new ArrayList<>(List.of("ce_specversion", "ce_type"));
    for (String name : List.of("ce_id", "ce_source", "ce_subject", "ce_time", "ce_sequence")) {
      properties.put(name, Map.of("type", "string"));
      required.add(name);
    }
    properties.put("traceparent", Map.of("type", "string"));
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("type", "object");
    headers.put("properties", properties);
    headers.put("required", required);
    return headers;
  }

  static Map<String, Object> ref(String component) {
    return Map.of("$ref", "#/components/" + component);
  }
}
