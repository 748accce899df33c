package cn.jianfu.group.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.PublishedWords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswersBecomeDecisionsTest {

  @Test
  void everyReasonIsAmongTheWordsThatOthersRecognise() {
    assertThat(PublishedWords.decisionReasons())
        .containsAll(
            Stream.of(List.<String>of(), List.of("G-ZOMB"), List.of("G-ZOMB", "G-TEMP"))
                .map(rules -> SelfCheckItem.open("g", "群", "DISSOLVE", null, rules))
                .map(AnswersBecomeDecisions::reason)
                .toList());
  }
}
