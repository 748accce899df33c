package cn.jianfu.group.register.domain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 保留, 解散, 合并, 规范, and 并入 another group by its name. */
final class DecisionCells {

  private static final int LONGEST = 200;
  private static final Pattern MERGE_INTO =
      Pattern.compile("(?:拟|建议)?(?:合并|整合|并)(?:至|到|入|进)[\\s“”\"「『:：]*(.+?)[”\"」』。\\s]*");

  private DecisionCells() {}

  static Reading<Decision> read(CellValue cell) {
    Matcher into = MERGE_INTO.matcher(PlainText.tidy(cell.shown()));
    if (cell instanceof CellValue.Text(String text) && text.length() <= LONGEST && into.matches()) {
      return Reading.clear(new Decision(Decision.Kind.MERGE, into.group(1)));
    }
    return switch (Vocabulary.DECISIONS.read(cell)) {
      case Reading.Clear<Decision.Kind>(Decision.@Nullable Kind kind) ->
          kind == null ? Reading.nothing() : Reading.clear(new Decision(kind, null));
      case Reading.Unclear<Decision.Kind>(String code, List<String> choices) ->
          new Reading.Unclear<>(code, choices);
      case Reading.Wrong<Decision.Kind>(String code) -> Reading.wrong(code);
    };
  }
}
