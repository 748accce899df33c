package cn.jianfu.group.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeantNameTest {

  private static final List<String> KNOWN =
      List.of("town.group-restored.v1", "town.group-filed.v1", "town.group-declared.v1");

  @Test
  void whoMistypesOneIsToldOfThatOne() {
    assertThat(MeantName.of("town.group-delcared.v1", KNOWN)).containsExactly(KNOWN.get(2));
    assertThat(MeantName.of("Town.Group-Declared.v2", KNOWN)).containsExactly(KNOWN.get(2));
    assertThat(MeantName.of("group-declared", KNOWN)).containsExactly(KNOWN.get(2));
    assertThat(MeantName.of("town.group.filed", KNOWN)).containsExactly(KNOWN.get(1));
  }

  @Test
  void whoMeansSomethingElseIsToldOfAll() {
    assertThat(MeantName.of("cn.oa.message.sent", KNOWN))
        .containsExactly(KNOWN.get(2), KNOWN.get(1), KNOWN.get(0));
    assertThat(MeantName.of("", KNOWN)).hasSize(3);
    assertThat(MeantName.of("town.group-filed.v1".repeat(50), KNOWN)).hasSize(3);
  }
}
