package cn.jianfu.group.workgroup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

  @Test
  void everyProblemHasItsWordsInBothLanguages() throws IOException {
    List<ProblemType> types = new ArrayList<>(GroupProblems.all());
    types.add(Access.UNKNOWN_UNIT);

    for (String language : List.of("zh", "en")) {
      Properties texts = bundle("problems_" + language);
      assertThat(types)
          .allSatisfy(type ->
              assertThat(texts.stringPropertyNames())
                  .contains(type.name() + ".title", type.name() + ".detail"));
    }
    assertThat(bundle("problems_zh").stringPropertyNames())
        .isEqualTo(bundle("problems_en").stringPropertyNames());
    assertThat(bundle("reasons_zh").stringPropertyNames())
        .isEqualTo(bundle("reasons_en").stringPropertyNames());
  }

  private static Properties bundle(String name) throws IOException {
    Properties texts = new Properties();
    try (var in =
        ProblemTextsTest.class.getResourceAsStream("/cn/jianfu/group/" + name + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
