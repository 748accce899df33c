package cn.jianfu.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published cannot be taken back, so nobody is in it, not even as a keyed hash. */
class NobodyIsPublishedTest {

  /** {@code <key version>:<hash>}; what begins with {@code reg:} is an entry of a register. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<![A-Za-z0-9:/.])(?!reg:)[a-z0-9]{1,8}:[A-Za-z0-9_-]{4,}(?![A-Za-z0-9:/])");

  private static final Pattern PERSONAL =
      Pattern.compile("(person|owner|member|name|staff)ref|ownername|directoryid");

  @Test
  void noGoldenFileHoldsAReference() throws IOException {
    for (EventType<?> type : EventCatalogue.ALL) {
      String resource = "/golden/" + type.name() + ".json";
      try (InputStream file = getClass().getResourceAsStream(resource)) {
        String body = new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
        assertThat(REFERENCE.matcher(body).results().map(it -> it.group()))
            .as(type.name())
            .isEmpty();
      }
    }
  }

  @Test
  void noRecordHasAFieldForOne() {
    Set<Class<?>> seen = new HashSet<>();
    for (EventType<?> type : EventCatalogue.ALL) {
      look(type.payload(), seen);
    }
    assertThat(seen).hasSizeGreaterThan(EventCatalogue.ALL.size());
  }

  @Test
  void aReferenceIsRecognised() {
    assertThat(REFERENCE.matcher("{\"a\" : \"k1:bbbb\"}").find()).isTrue();
    assertThat(REFERENCE.matcher("{\"a\" : \"reg:0f1e2d\"}").find()).isFalse();
    assertThat(REFERENCE.matcher("[\"k2:Zq3-_aaaaaaaaaaaaaaaaa\"]").find()).isTrue();
  }

  private static void look(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType of) {
      for (Type argument : of.getActualTypeArguments()) {
        look(argument, seen);
      }
      return;
    }
    if (!(type instanceof Class<?> record) || !record.isRecord() || !seen.add(record)) {
      return;
    }
    for (RecordComponent field : record.getRecordComponents()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      assertThat(PERSONAL.matcher(name).find()).as(record.getSimpleName() + "." + name).isFalse();
      look(field.getGenericType(), seen);
    }
  }
}
