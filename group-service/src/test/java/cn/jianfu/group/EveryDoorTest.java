package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EveryDoorTest {

  /** A new endpoint is tried with bad input and with every role only when it is in the list. */
  @Test
  void theListOfDoorsIsWhatTheServiceMaps() {
    GroupServiceUnderTest service = GroupServiceUnderTest.shared();
    String described =
        service.asking("town-office", XINDIAN).send("GET", "/v3/api-docs", null).body();
    Set<String> mapped = new TreeSet<>();
    JsonMapper.shared()
        .readTree(described)
        .at("/paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(
                    method -> mapped.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    Set<String> listed = Doors.all().stream().map(Door::key).collect(Collectors.toSet());
    assertThat(mapped).hasSizeGreaterThan(20);
    assertThat(new TreeSet<>(listed)).isEqualTo(mapped);
  }
}
