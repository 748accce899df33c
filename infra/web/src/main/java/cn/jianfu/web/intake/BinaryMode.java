package cn.jianfu.web.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** An event whose attributes are headers and whose body is the data. */
final class BinaryMode {

  private static final String PREFIX = "ce-";

  private BinaryMode() {}

  static boolean isMeant(HttpHeaders headers) {
    return headers.containsHeader("ce-specversion");
  }

  static ReadEvent read(HttpHeaders headers, Frame.Whole body) {
    var envelope = new Envelope();
    headers.forEach((name, values) -> {
      var lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith(PREFIX)) {
        values.forEach(value -> attribute(envelope, lower.substring(PREFIX.length()), value));
      }
    });
    var data = body.body().length == 0 ? EventData.NONE : new EventData(body.body());
    var event = envelope.event(body.index(), data);
    return event == null ? envelope.bad(body.index()) : new ReadEvent.Good(event);
  }

  /** Header values are percent-encoded, but a plus stays a plus. */
  private static void attribute(Envelope envelope, String name, String value) {
    try {
      var decoded = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      envelope.attribute(name, decoded);
    } catch (IllegalArgumentException e) {
      envelope.wrong(name, "not-readable", java.util.Map.of());
    }
  }
}
