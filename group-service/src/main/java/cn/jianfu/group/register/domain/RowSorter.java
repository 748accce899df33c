package cn.jianfu.group.register.domain;

import cn.jianfu.group.register.domain.RegisterReading.Why;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the rows that list a group from those that only look after the table. */
final class RowSorter {

  private static final Pattern TOTAL =
      Pattern.compile("(?:本页|全镇|全区|本单位)?(?:合计|小计|总计|共计|累计)[:]?(?:[0-9]+(?:个|人|群)?)?");
  private static final Pattern FOOTNOTE =
      Pattern.compile(
          "(?:注|备注|说明|填表说明|填表|填报|制表|审核|审批|联系|负责人|主要负责人|单位负责人|分管领导|经办|报送|盖章).{0,8}[:].*"
              + "|(?:填表|填报|制表)(?:说明|人|日期|时间|单位).*");

  /** 【示例】, (示例), 示例: and the same in English, before the name; 示例小区群 is a group. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:[【(\\[〔](?:示例|example|示例example)[】)\\]〕]|(?:示例|example):).*");

  /**
   * What the console calls a group that was seen and that nobody declared, as {@link
   * PlainText#key}.
   */
  private static final Set<String> OBSERVED = Set.of("未登记", "notdeclared");

  private static final Pattern SECTION =
      Pattern.compile("[(]?[一二三四五六七八九十]{1,3}[)]?[、.:].+|[(][一二三四五六七八九十]{1,3}[)].+");

  private final Grid grid;
  private final Header header;
  private final List<String> titles;
  private final int name;
  private final @Nullable Integer state;
  private final Set<Integer> passedOver;

  RowSorter(
      Grid grid,
      Header header,
      List<String> titles,
      int nameColumn,
      @Nullable Integer stateColumn,
      Set<Integer> passedOver) {
    this.grid = grid;
    this.header = header;
    this.titles = titles.stream().map(PlainText::key).toList();
    this.name = nameColumn;
    this.state = stateColumn;
    this.passedOver = passedOver;
  }

  /** Why a row lists no group; null when it does, or may. */
  @Nullable Why skipped(int row) {
    List<Integer> filled = grid.ownColumns(row);
    if (filled.stream().allMatch(column -> isRunningNumber(row, column))) {
      return Why.BLANK;
    }
    String first = PlainText.folded(grid.own(row, filled.getFirst()).shown());
    String named = PlainText.folded(grid.textAt(row, name));
    if (TOTAL.matcher(first).matches() || TOTAL.matcher(named).matches()) {
      return Why.TOTAL;
    }
    if (EXAMPLE.matcher(named).matches()) {
      return Why.EXAMPLE;
    }
    if (repeatsHeader(row, filled)
        || (filled.size() == 1 && titles.contains(PlainText.key(first)))) {
      return Why.REPEATED_HEADING;
    }
    if (state != null && OBSERVED.contains(PlainText.key(grid.textAt(row, state)))) {
      return Why.OBSERVED;
    }
    boolean isNamed = !named.isEmpty() && !named.equals(first);
    return !isNamed && FOOTNOTE.matcher(first).matches() ? Why.FOOTNOTE : null;
  }

  /** Whether a row seems to be a heading for the rows below it, such as 一、党政办公室. */
  boolean isSection(int row) {
    List<Integer> filled = grid.ownColumns(row);
    MergedRegion region = grid.regionAt(row, name);
    boolean spansName =
        region != null
            && region.lastColumn() > region.firstColumn()
            && grid.regionAt(header.lastRow(), name) == null;
    return filled.size() == 1
        && (spansName
            || grid.textAt(row, name).isEmpty()
            || SECTION.matcher(PlainText.folded(grid.textAt(row, name))).matches());
  }

  private boolean isRunningNumber(int row, int column) {
    return passedOver.contains(column)
        && PlainText.folded(grid.own(row, column).shown()).matches("[0-9]*");
  }

  private boolean repeatsHeader(int row, List<Integer> filled) {
    boolean allSaidAbove = true;
    boolean allHeadings = true;
    for (int column : filled) {
      String text = grid.textAt(row, column);
      boolean isSaidAbove = false;
      for (int line = header.firstRow(); line <= header.lastRow(); line++) {
        isSaidAbove |= Headings.key(text).equals(Headings.key(grid.textAt(line, column)));
      }
      allSaidAbove &= isSaidAbove;
      allHeadings &= isSaidAbove || Headings.isKnown(text);
    }
    return allSaidAbove || (allHeadings && filled.size() > 1);
  }
}
