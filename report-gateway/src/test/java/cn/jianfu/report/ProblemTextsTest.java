package cn.jianfu.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.Refusal;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

  @Test
  void everyProblemHasTextsInBothLanguages() {
    List<ProblemType> types =
        Stream.concat(
                Arrays.stream(Refusal.values())
                    .map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Stream.of(
                    "reason-missing",
                    "finding-cleared",
                    "judged-too-often",
                    "not-closed-by-then",
                    "no-rules-in-force",
                    "trial-declined"))
            .map(name -> new ProblemType("report." + name, 422))
            .toList();

    assertThat(GatewayUnderTest.shared().context().getBean(Problems.class).withoutText(types))
        .isEmpty();
  }
}
