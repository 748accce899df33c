package cn.jianfu.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group",
        "group owns",
        "group owns a b",
        "group deletes group.events",
        "group hears group.events",
        "group hears group.events with history",
        "group redrives group.events as",
        "group reads group.events as history"
      })
  void whatIsNoRuleIsNamed(String line) {
    assertThatThrownBy(() -> TopicRules.of(List.of("group owns group.events", line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }

  @Test
  void noRuleAtAllIsAMistakeForItWouldShutEverybodyOut() {
    assertThatThrownBy(() -> TopicRules.of(List.of("# nothing", " ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TopicRules.of("not-there.txt")).hasMessageContaining("not-there.txt");
  }

  @Test
  void aReaderMayMakeWhatItHearsAndNotWriteIt() {
    TopicRules rules = TopicRules.of(List.of("report hears group.events as report"));

    assertThat(rules.bindings())
        .filteredOn(binding -> binding.pattern().name().equals("group.events"))
        .extracting(binding -> binding.entry().operation())
        .containsExactlyInAnyOrder(AclOperation.CREATE, AclOperation.READ);
    assertThat(rules.logins()).containsExactly("report");
  }
}
