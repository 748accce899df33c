package cn.jianfu.group.register.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The blank register that can be downloaded: its columns in order, with one row that says it is an
 * example.
 */
public final class RegisterTemplate {

  /**
   * A column of the template.
   *
   * @param example as it would be typed
   * @param allowed the words to choose from; none where anything may be written
   */
  public record Column(
      RegisterField field,
      String heading,
      String headingEn,
      boolean required,
      String example,
      List<String> allowed) {}

  /** {@link RowSorter} knows the example by it. */
  private static final String MARK = "【示例 Example】";

  private static final String NAME = "防汛值班工作群";
  private static final String OWNER = "张三";
  private static final int MEMBERS = 45;
  private static final String PURPOSE = "防汛值班与调度";

  private RegisterTemplate() {}

  /** Whether a row is the example of a template that did not mark it yet, left as it was. */
  static boolean isUnmarkedExample(RegisterRow row) {
    return row.name().equals(NAME)
        && Objects.equals(row.owner(), OWNER)
        && Objects.equals(row.members(), MEMBERS)
        && Objects.equals(row.purpose(), PURPOSE);
  }

  /**
   * The columns from left to right.
   *
   * @param unit name of a unit that the reader knows, for the example
   */
  public static List<Column> columns(String unit) {
    return Arrays.stream(RegisterField.values()).map(field -> column(field, unit)).toList();
  }

  private static Column column(RegisterField field, String unit) {
    return switch (field) {
      case NAME -> required(field, MARK + NAME);
      case UNIT -> required(field, unit);
      case OWNER -> required(field, OWNER);
      case PLATFORM -> oneOf(field, true, "微信", Vocabulary.PLATFORMS.choices());
      case MEMBERS -> required(field, Integer.toString(MEMBERS));
      case CREATED_ON -> required(field, "2026-03-01");
      case PURPOSE -> required(field, PURPOSE);
      case KIND -> oneOf(field, true, "固定", Vocabulary.KINDS.choices());
      case FILING_NO -> optional(field, "新店备〔2026〕3号");
      case FILED_ON -> optional(field, "2026-03-05");
      case APPROVAL_NO -> optional(field, "新店政〔2026〕8号");
      case APPROVED_ON -> optional(field, "2026-02-25");
      case VALID_UNTIL -> optional(field, "2026-12-31");
      case MATTER -> optional(field, "防汛");
      case DECISION -> oneOf(field, false, "保留", Vocabulary.DECISIONS.choices());
      case EXTERNAL_ID, REMARK -> optional(field, "");
    };
  }

  private static Column required(RegisterField field, String example) {
    return new Column(field, field.heading(), field.headingEn(), true, example, List.of());
  }

  private static Column optional(RegisterField field, String example) {
    return new Column(field, field.heading(), field.headingEn(), false, example, List.of());
  }

  private static Column oneOf(
      RegisterField field, boolean required, String example, List<String> allowed) {
    return new Column(field, field.heading(), field.headingEn(), required, example, allowed);
  }
}
