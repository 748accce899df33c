package cn.jianfu.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class EveryDoorTest {

  /** A new endpoint is tried with bad input and with every role only when it is in the list. */
  @Test
  void theListOfDoorsIsWhatTheServiceMaps() {
    Set<String> mapped = new TreeSet<>();
    GroupServiceUnderTest.shared()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getName().startsWith("cn.jianfu.")) {
            info.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    info.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> mapped.add(method + " " + pattern)));
          }
        });

    Set<String> listed = Doors.all().stream().map(Door::key).collect(Collectors.toSet());
    assertThat(new TreeSet<>(listed)).isEqualTo(mapped);
  }
}
