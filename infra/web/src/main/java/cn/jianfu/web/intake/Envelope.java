package cn.jianfu.web.intake;

import cn.jianfu.web.problem.FieldProblem;
import cn.jianfu.web.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The attributes of one CloudEvent while they are read, with what is wrong about them. */
final class Envelope {

  private static final int LONGEST = 1_000;
  private static final int MOST_EXTENSIONS = 20;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,40}");

  private final List<FieldProblem> problems = new ArrayList<>();
  private final Map<String, String> extensions = new HashMap<>();
  private @Nullable String specVersion;
  private @Nullable String id;
  private @Nullable String source;
  private @Nullable String type;
  private @Nullable String subject;
  private @Nullable String contentType;
  private @Nullable Instant time;

  void attribute(String name, String value) {
    if (value.length() > LONGEST) {
      wrong(name, "too-long", Map.of("max", LONGEST));
    } else if (hasControl(value)) {
      wrong(name, "control-character", Map.of());
    } else if (value.isEmpty()) {
      wrong(name, "not-empty", Map.of());
    } else {
      keep(name, value);
    }
  }

  void wrong(String name, String code, Map<String, ?> values) {
    problems.add(FieldProblem.at("/" + name.replace("~", "~0").replace("/", "~1"), code, values));
  }

  /** The event, or null when it is {@link #bad}. */
  @Nullable IncomingEvent event(int index, EventData data) {
    check();
    if (!problems.isEmpty() || id == null || source == null || type == null) {
      return null;
    }
    return new IncomingEvent(index, id, source, type, subject, time, Map.copyOf(extensions), data);
  }

  /** The event that is declined with what is wrong about its attributes. */
  ReadEvent bad(int index) {
    return bad(index, Problem.of(EventProblems.INVALID_EVENT).errors(problems));
  }

  ReadEvent bad(int index, Problem why) {
    return new ReadEvent.Bad(index, id, source, type, subject, why);
  }

  private void keep(String name, String value) {
    switch (name) {
      case "specversion" -> specVersion = once(name, specVersion, value);
      case "id" -> id = once(name, id, value);
      case "source" -> source = once(name, source, value);
      case "type" -> type = once(name, type, value);
      case "subject" -> subject = once(name, subject, value);
      case "datacontenttype" -> contentType = once(name, contentType, value);
      case "time" -> time(value);
      case "dataschema" -> {}
      default -> extension(name, value);
    }
  }

  private void time(String value) {
    try {
      if (time != null) {
        wrong("time", "duplicate-field", Map.of());
      }
      time = usual(Instant.parse(value));
    } catch (DateTimeException e) {
      wrong("time", "not-a-time", Map.of());
    }
  }

  /** A time that a store can hold. */
  private static Instant usual(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("out of range");
    }
    return time;
  }

  private void extension(String name, String value) {
    if (!EXTENSION.matcher(name).matches() || extensions.size() == MOST_EXTENSIONS) {
      wrong(name, "unknown-field", Map.of());
    } else if (extensions.put(name, value) != null) {
      wrong(name, "duplicate-field", Map.of());
    }
  }

  private String once(String name, @Nullable String before, String value) {
    if (before != null) {
      wrong(name, "duplicate-field", Map.of());
    }
    return value;
  }

  private void check() {
    required("specversion", specVersion);
    required("id", id);
    required("source", source);
    required("type", type);
    if (specVersion != null && !specVersion.equals("1.0")) {
      wrong("specversion", "not-one-of", Map.of("allowed", "1.0"));
    }
    if (contentType != null && !isJson(contentType)) {
      wrong("datacontenttype", "not-one-of", Map.of("allowed", "application/json"));
    }
  }

  private void required(String name, @Nullable String value) {
    if (value == null && problems.stream().noneMatch(p -> ("/" + name).equals(p.pointer()))) {
      wrong(name, "required", Map.of());
    }
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || type.startsWith("application/json;")
        || type.endsWith("+json");
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == value.length()
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
