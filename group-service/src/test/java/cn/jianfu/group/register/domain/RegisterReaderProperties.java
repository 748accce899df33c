package cn.jianfu.group.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RegisterReaderProperties {

  private static final List<String> HEADINGS =
      List.of("序号", "工作群名称", "责任单位", "群主", "平台", "人数", "创建时间", "主要用途", "性质", "处置意见");

  private static List<List<String>> table(int groups) {
    List<List<String>> table = new ArrayList<>();
    table.add(HEADINGS);
    for (int i = 1; i <= groups; i++) {
      table.add(
          List.of(
              "#" + i,
              "第" + i + "网格QQ工作群",
              "科室" + i % 3,
              "张" + i,
              i % 2 == 0 ? "微信" : "QQ群",
              (10 + i) + "人",
              "2025-0" + (1 + i % 9) + "-1" + i % 10,
              "网格" + i + "日常管理",
              i % 2 == 0 ? "固定" : "临时",
              i % 2 == 0 ? "保留" : "解散"));
    }
    return table;
  }

  private static RegisterReading.Read read(List<List<String>> table) {
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      rows.add(new SheetRow(i + 1, table.get(i).stream().map(Sheets::cell).toList()));
    }
    return Sheets.read(new Sheet(rows, List.of()));
  }

  /** The groups without the numbers of their rows. */
  private static List<RegisterRow> groups(RegisterReading.Read read) {
    assertThat(read.isClear()).isTrue();
    return read.understood().stream()
        .map(g ->
            new RegisterRow(
                0,
                g.name(),
                g.unit(),
                g.owner(),
                g.platform(),
                g.members(),
                g.createdOn(),
                g.purpose(),
                g.kind(),
                g.filingNo(),
                g.filedOn(),
                g.approvalNo(),
                g.approvedOn(),
                g.validUntil(),
                g.matter(),
                g.decision(),
                g.externalId(),
                g.remark()))
        .toList();
  }

  @Property(tries = 100)
  void theOrderOfTheColumnsDoesNotMatter(@ForAll @IntRange(max = 12) int size, @ForAll long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, HEADINGS.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<List<String>> shuffled =
        table(size).stream().map(row -> order.stream().map(row::get).toList()).toList();

    assertThat(groups(read(shuffled))).isEqualTo(groups(read(table(size)))).hasSize(size);
  }

  @Property(tries = 100)
  void blankTotalAndTitleRowsAndRepeatedHeadingsDoNotMatter(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    Random random = new Random(seed);
    List<List<String>> noisy = new ArrayList<>(table(size));
    List<List<String>> noise =
        List.of(
            List.of(),
            List.of("", "", "", " "),
            List.of("合计", "", "", "", "", "#500"),
            List.of("", "小 计：", "", "", "", "#50"),
            HEADINGS);
    for (int i = 0; i < 6; i++) {
      noisy.add(1 + random.nextInt(noisy.size()), noise.get(random.nextInt(noise.size())));
    }
    noisy.addFirst(List.of("新店镇工作群台账（2026年）"));
    noisy.addFirst(List.of());
    noisy.addFirst(List.of("附件2"));

    assertThat(groups(read(noisy))).isEqualTo(groups(read(table(size))));
  }

  @Property(tries = 100)
  void fullWidthLettersDigitsAndSpacesDoNotMatter(
      @ForAll @IntRange(max = 9) int size, @ForAll long seed) {
    Random random = new Random(seed);
    List<List<String>> wide =
        table(size).stream()
            .map(row -> row.stream().map(cell -> widened(cell, random)).toList())
            .toList();

    assertThat(groups(read(wide))).isEqualTo(groups(read(table(size))));
  }

  @Property(tries = 200)
  void everyDayIsUnderstoodInEveryClearForm(@ForAll("days") LocalDate day) {
    long serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    for (String form :
        List.of(
            day.toString(),
            day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth(),
            day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
            day.toString().replace("-", ""),
            "#" + day.toString().replace("-", ""),
            "#" + serial)) {
      assertThat(DateCells.read(Sheets.cell(form))).isEqualTo(Reading.clear(day));
    }
  }

  @Property(tries = 500)
  void anyCellsAtAllGiveAReadingAndNeverAFailure(@ForAll("anySheets") List<List<String>> table) {
    List<SheetRow> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      rows.add(new SheetRow(i + 1, table.get(i).stream().map(Sheets::cell).toList()));
    }
    List<MergedRegion> merged = List.of(new MergedRegion(1, 3, 0, 0), new MergedRegion(2, 2, 1, 3));

    assertThat(RegisterReader.read(new Sheet(rows, merged), Answers.NONE, Sheets.TODAY))
        .isNotNull();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 40_000)
        .map(days -> LocalDate.of(1985, 1, 1).plusDays(days));
  }

  @Provide
  Arbitrary<List<List<String>>> anySheets() {
    Arbitrary<String> cells =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.of(
                    "序号",
                    "群名称",
                    "群主",
                    "人数",
                    "建群时间",
                    "姓名",
                    "合计",
                    "",
                    "#5",
                    "#46000",
                    "甲群",
                    "微信",
                    "2026.3",
                    "@2026-03-01",
                    "!#N/A",
                    "注：x",
                    "处置意见",
                    "并入甲群",
                    "性质",
                    "群类型")),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.strings()
                    .ofMaxLength(6)
                    .filter(text -> text.isBlank() || "#@!".indexOf(text.strip().charAt(0)) < 0)));
    return cells.list().ofMaxSize(6).list().ofMaxSize(8);
  }

  private static String widened(String cell, Random random) {
    if (cell.startsWith("#")) {
      return cell;
    }
    StringBuilder wide = new StringBuilder(random.nextBoolean() ? "\u3000" : "");
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean ascii = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
      wide.append(ascii && random.nextBoolean() ? (char) (c + 0xFEE0) : c);
    }
    return wide.append(random.nextBoolean() ? "  " : "").toString();
  }
}
