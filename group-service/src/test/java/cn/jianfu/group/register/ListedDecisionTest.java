package cn.jianfu.group.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.PublishedWords;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListedDecisionTest {

  @Test
  void everyReasonIsAmongTheWordsThatOthersRecognise() {
    Stream<ListedDecision> without =
        Stream.of(DecisionKind.values()).map(kind -> new ListedDecision(kind, null));
    Stream<ListedDecision> into = Stream.of(new ListedDecision(DecisionKind.MERGE, "值守群"));

    assertThat(PublishedWords.decisionReasons())
        .containsAll(
            Stream.concat(without, into).map(decision -> decision.into(null).reason()).toList());
  }
}
