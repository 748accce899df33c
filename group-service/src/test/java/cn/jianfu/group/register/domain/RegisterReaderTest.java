package cn.jianfu.group.register.domain;

import static cn.jianfu.group.register.domain.Sheets.TODAY;
import static cn.jianfu.group.register.domain.Sheets.merging;
import static cn.jianfu.group.register.domain.Sheets.read;
import static cn.jianfu.group.register.domain.Sheets.remarks;
import static cn.jianfu.group.register.domain.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.group.register.domain.RegisterReading.Column;
import cn.jianfu.group.register.domain.RegisterReading.NotARegister;
import cn.jianfu.group.register.domain.RegisterReading.Skipped;
import cn.jianfu.group.register.domain.RegisterReading.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterReaderTest {

  @Test
  void aRegisterWithATitleUnitsOverSeveralRowsAndTotalsIsUnderstood() {
    Sheet sheet =
        merging(
            sheet(
                "新店镇工作群清理整治台账",
                "填报单位：新店镇党政办（盖章）       填报时间：2026年6月",
                "序号 | 责任单位 | 工作群名称 | 群主姓名 | 群类型（微信/QQ） | 群人数 | 创建时间 | 主要用途 | 是否临时 | 处置意见 | 备注",
                "#1 | 党政办 | 新店镇值班群 | 张三 | 微信 | #45 | 2024.3.1 | 值班调度 | 固定 | 保留 |",
                "#2 | | 新店镇信息报送群 | 李四 | 微信群 | 38人 | 2024年5月6日 | 信息报送 | 固定 | 规范 | 无",
                "| 小计 | | | | #83 | | | | |",
                "#3 | 综治办 | 平安建设QQ群 | 王五 | QQ | １２０ | #45000 | 平安建设 | 阶段性 | 合并至新店镇值班群 |",
                "",
                "合计 | | 3个 | | | #203 | | | | |",
                "填表人：张三 | | | 联系电话：1234567 | | | | | | |"),
            new MergedRegion(1, 1, 0, 10),
            new MergedRegion(2, 2, 0, 10),
            new MergedRegion(4, 5, 1, 1));

    RegisterReading.Read read = read(sheet);

    assertThat(read.isClear()).isTrue();
    assertThat(read.headerRow()).isEqualTo(3);
    assertThat(read.reportingUnit()).isEqualTo("新店镇党政办");
    assertThat(read.understood())
        .containsExactly(
            new RegisterRow(
                4,
                "新店镇值班群",
                "党政办",
                "张三",
                Platform.WECHAT,
                45,
                LocalDate.of(2024, 3, 1),
                "值班调度",
                Kind.PERMANENT,
                null,
                null,
                null,
                null,
                null,
                null,
                new Decision(Decision.Kind.KEEP, null),
                null,
                null),
            new RegisterRow(
                5,
                "新店镇信息报送群",
                "党政办",
                "李四",
                Platform.WECHAT,
                38,
                LocalDate.of(2024, 5, 6),
                "信息报送",
                Kind.PERMANENT,
                null,
                null,
                null,
                null,
                null,
                null,
                new Decision(Decision.Kind.STANDARDISE, null),
                null,
                null),
            new RegisterRow(
                7,
                "平安建设QQ群",
                "综治办",
                "王五",
                Platform.QQ,
                120,
                LocalDate.of(2023, 3, 15),
                "平安建设",
                Kind.STAGE,
                null,
                null,
                null,
                null,
                null,
                null,
                new Decision(Decision.Kind.MERGE, "新店镇值班群"),
                null,
                null));
    assertThat(read.skipped())
        .containsExactly(
            new Skipped(6, Why.TOTAL),
            new Skipped(8, Why.BLANK),
            new Skipped(9, Why.TOTAL),
            new Skipped(10, Why.FOOTNOTE));
  }

  @Test
  void headingsOverTwoLinesAreReadThroughTheirMergedCells() {
    Sheet sheet =
        merging(
            sheet(
                "工作群台账",
                "序号 | 主管单位 | 群基本情况 | | | 群主 | | 处置意见",
                "     |          | 群名 | 平台 | 人数 | 姓名 | 联系电话 | ",
                "#1 | 党政办 | 值班群 | 微信 | #12 | 张三 | 13800000000 | 保留"),
            new MergedRegion(1, 1, 0, 7),
            new MergedRegion(2, 3, 0, 0),
            new MergedRegion(2, 3, 1, 1),
            new MergedRegion(2, 2, 2, 4),
            new MergedRegion(2, 2, 5, 6),
            new MergedRegion(2, 3, 7, 7));

    RegisterReading.Read read = read(sheet);

    assertThat(read.columnQuestions()).isEmpty();
    assertThat(read.understood())
        .singleElement()
        .satisfies(group -> {
          assertThat(group.name()).isEqualTo("值班群");
          assertThat(group.unit()).isEqualTo("党政办");
          assertThat(group.owner()).isEqualTo("张三");
          assertThat(group.members()).isEqualTo(12);
          assertThat(group.decision()).isEqualTo(new Decision(Decision.Kind.KEEP, null));
        });
    assertThat(read.toString()).doesNotContain("13800000000");
  }

  @Test
  void theNameMayStandInTheFirstOfTwoMergedLines() {
    Sheet sheet =
        merging(
            sheet(
                "序号 | 群名称 | 建群 | | 人数",
                "     |        | 单位 | 时间 | ",
                "#1 | 值班群 | 党政办 | 2026/3/1 | #9"),
            new MergedRegion(1, 2, 0, 0),
            new MergedRegion(1, 2, 1, 1),
            new MergedRegion(1, 1, 2, 3),
            new MergedRegion(1, 2, 4, 4));

    RegisterRow group = read(sheet).understood().getFirst();

    assertThat(group.unit()).isEqualTo("党政办");
    assertThat(group.createdOn()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aSecondLineOfHeadingsIsSeenWithoutMergedCells() {
    RegisterReading.Read read =
        read(
            "序号,群名称,群主,,人数".replace(',', '|'),
            " , ,姓名,联系电话, ".replace(',', '|'),
            "#1|值班群|张三|138|#9");

    assertThat(read.understood().getFirst().owner()).isEqualTo("张三");
    assertThat(read.isClear()).isTrue();
  }

  @Test
  void repeatedHeadingsOfPageBreaksAreSkipped() {
    RegisterReading.Read read =
        read(
            "台账 | | ",
            "序号 | 群名称 | 人数",
            "#1 | 甲群 | #5",
            "台账 | | ",
            "序号 | 群 名 称 | 人数",
            "#2 | 乙群 | #6");

    assertThat(read.understood()).extracting(RegisterRow::name).containsExactly("甲群", "乙群");
    assertThat(read.skipped())
        .containsExactly(
            new Skipped(4, Why.REPEATED_HEADING), new Skipped(5, Why.REPEATED_HEADING));
  }

  @Test
  void numberedButEmptyRowsAreBlank() {
    RegisterReading.Read read = read("序号|群名称|人数", "#1|甲群|#5", "#2||", "３||");

    assertThat(read.rows()).hasSize(1);
    assertThat(read.skipped()).extracting(Skipped::why).containsOnly(Why.BLANK);
  }

  @Test
  void anUnknownHeadingIsAskedUntilSomebodySaysWhatItIs() {
    Sheet sheet = sheet("群名称 | 人数 | 头头", "甲群 | #5 | 张三");
    RegisterReading.Read asked = read(sheet);
    RegisterReading.Read mapped =
        read(sheet, columns(Map.of("头头", new ColumnUse.As(RegisterField.OWNER))));
    RegisterReading.Read ignored = read(sheet, columns(Map.of("C", new ColumnUse.Ignored())));

    assertThat(asked.columnQuestions())
        .singleElement()
        .satisfies(question -> {
          assertThat(question.code()).isEqualTo("register.column-unknown");
          assertThat(question.column()).isEqualTo("C");
          assertThat(question.seen()).isEqualTo("头头");
        });
    assertThat(asked.isClear()).isFalse();
    assertThat(mapped.isClear()).isTrue();
    assertThat(mapped.understood().getFirst().owner()).isEqualTo("张三");
    assertThat(ignored.isClear()).isTrue();
    assertThat(ignored.understood().getFirst().owner()).isNull();
  }

  @Test
  void twoColumnsForOneFieldAreAskedAndNeitherIsTaken() {
    Sheet sheet = sheet("群名称 | 群主 | 负责人", "甲群 | 张三 | 李四");
    RegisterReading.Read asked = read(sheet);

    assertThat(asked.columnQuestions())
        .extracting(Remark::code, Remark::column, Remark::choices)
        .containsExactly(
            tuple("register.two-columns-for-field", "B", List.of("B", "C")),
            tuple("register.two-columns-for-field", "C", List.of("B", "C")));
    assertThat(asked.understood().getFirst().owner()).isNull();
    assertThat(
            read(sheet, columns(Map.of("C", new ColumnUse.As(RegisterField.OWNER))))
                .understood()
                .getFirst()
                .owner())
        .isEqualTo("李四");
  }

  @Test
  void twoColumnsOfNamesLeaveNoRows() {
    RegisterReading.Read read = read("群名称 | 工作群名称 | 人数", "甲群 | 乙群 | #5");

    assertThat(read.rows()).isEmpty();
    assertThat(read.columnQuestions()).hasSize(2);
  }

  @Test
  void anEmptySecondColumnIsNoQuestion() {
    assertThat(read("群名称 | 群主 | 负责人", "甲群 | 张三 | ").isClear()).isTrue();
  }

  @Test
  void aTypeMeansThePlatformOrTheKindAsItsValuesSay() {
    assertThat(read("群名称|群类型", "甲群|微信", "乙群|QQ群").understood())
        .extracting(RegisterRow::platform)
        .containsExactly(Platform.WECHAT, Platform.QQ);
    assertThat(read("群名称|群类型", "甲群|固定", "乙群|临时").understood())
        .extracting(RegisterRow::kind)
        .containsExactly(Kind.PERMANENT, Kind.TEMPORARY);
    assertThat(read("群名称|群类型", "甲群|固定", "乙群|微信").columnQuestions())
        .extracting(Remark::code)
        .containsExactly("register.column-ambiguous");
  }

  @Test
  void valuesWithoutAHeadingAreAsked() {
    assertThat(read("群名称|人数|", "甲群|#5|某某").columnQuestions())
        .extracting(Remark::code)
        .containsExactly("register.column-without-heading");
  }

  @Test
  void aUnitLeftBlankBelowAnotherIsAskedOncePerRowAndCanBeAnsweredForAll() {
    Sheet sheet = sheet("主管单位|群名称", "党政办|甲群", "|乙群", "综治办|丙群", "|丁群");

    assertThat(remarks(read(sheet))).containsExactly("?3A unit-missing", "?5A unit-missing");
    assertThat(read(sheet, blankUnits(Answers.BlankUnits.SAME_AS_ABOVE)).understood())
        .extracting(RegisterRow::unit)
        .containsExactly("党政办", "党政办", "综治办", "综治办");
    assertThat(read(sheet, blankUnits(Answers.BlankUnits.NO_UNIT)).understood())
        .extracting(RegisterRow::unit)
        .containsExactly("党政办", null, "综治办", null);
  }

  @Test
  void oneNameTwiceInOneUnitIsAskedForBothRowsAndSkippingOneAnswers() {
    Sheet sheet = sheet("部门|群名称", "党政办|甲 群（一）", "党政办|甲群(一)", "综治办|甲群(一)");

    assertThat(remarks(read(sheet)))
        .containsExactly("?2B same-group-twice", "?3B same-group-twice");
    assertThat(
            read(
                    sheet,
                    new Answers(Map.of(), Map.of(), Set.of(3), Map.of(), Answers.BlankUnits.ASK))
                .isClear())
        .isTrue();
  }

  @Test
  void aQuestionIsAnsweredByATextForItsCell() {
    Sheet sheet = sheet("群名称|建群时间", "甲群|2026年3月");
    RegisterReading.Read asked = read(sheet);
    Answers answers =
        new Answers(
            Map.of(),
            Map.of(new Answers.Cell(2, RegisterField.CREATED_ON), "2026-03-31"),
            Set.of(),
            Map.of(),
            Answers.BlankUnits.ASK);

    assertThat(asked.rows().getFirst())
        .isEqualTo(
            new RowResult.Question(
                2,
                List.of(
                    new Remark(
                        "B",
                        "建群时间",
                        RegisterField.CREATED_ON,
                        "register.date-without-day",
                        "2026年3月",
                        List.of("2026-03-01", "2026-03-31")))));
    assertThat(read(sheet, answers).understood().getFirst().createdOn())
        .isEqualTo(LocalDate.of(2026, 3, 31));
  }

  @Test
  void aRowWithoutANameIsRefusedAndOthersAreKept() {
    RegisterReading.Read read = read("群名称|群主|人数", "|张三|#4", "乙群|李四|#5", "无|王五|约40");

    assertThat(remarks(read))
        .containsExactly("!2A name-missing", "!4A name-missing", "!4C count-approximate");
    assertThat(read.understood()).hasSize(1);
  }

  @Test
  void aSectionHeadingIsAskedAndNotTakenForAGroup() {
    Sheet merged =
        merging(sheet("序号|群名称|人数", "一、党政办公室||", "#1|甲群|#5"), new MergedRegion(2, 2, 0, 2));

    assertThat(remarks(read(merged))).containsExactly("?2 section-row");
    assertThat(remarks(read("序号|群名称|人数", "|（一）综治办|", "#1|甲群|#5")))
        .containsExactly("?2 section-row");
  }

  @Test
  void otherThingsThatAreAskedOrRefused() {
    assertThat(
            remarks(
                read(
                    "群名称|平台|性质|处置意见|建群时间|有效期|备案日期|群号",
                    "甲群|飞信|半固定|再议|2026.7.1|长期|#46000|#123456789012345678",
                    "乙群、丙群|微信、QQ|临时|保留|2026.3.1|2026.2.1||#12345",
                    "丁群|!#REF!|临时|解散|2026.2.30|2026.12.31||")))
        .containsExactly(
            "?2B platform-unknown",
            "?2E date-in-future",
            "?2C kind-unknown",
            "?2D decision-unknown",
            "?2H number-lost-digits",
            "?3A several-names",
            "?3B platform-unknown",
            "?3F ends-before-start",
            "!4B cell-error",
            "!4E date-impossible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"会议纪要|日期", "姓名|电话", "", "群主|人数"})
  void aTableOfSomethingElseIsNoRegister(String heading) {
    assertThat(RegisterReader.read(sheet(heading, "a|b"), Answers.NONE, TODAY))
        .isEqualTo(new NotARegister("register.no-headings"));
  }

  @Test
  void aRegisterOfNamesAloneIsARegister() {
    assertThat(read("群名称", "甲群", "乙群").understood()).hasSize(2);
  }

  @Test
  void theTemplateIsUnderstoodAsItIs() {
    String headings =
        String.join(
            "|",
            RegisterTemplate.columns("党政办公室").stream()
                .map(RegisterTemplate.Column::heading)
                .toList());
    String english =
        String.join(
            "|",
            RegisterTemplate.columns("党政办公室").stream()
                .map(RegisterTemplate.Column::headingEn)
                .toList());
    String example =
        String.join(
            "|",
            RegisterTemplate.columns("党政办公室").stream()
                .map(RegisterTemplate.Column::example)
                .toList());

    assertThat(read(headings, example).skipped()).containsExactly(new Skipped(2, Why.EXAMPLE));
    assertThat(read(headings, example).rows()).isEmpty();
    String real = example.replace("【示例 Example】防汛", "防火");
    assertThat(read(headings, example, real).isClear()).isTrue();
    assertThat(read(headings, example, real).understood())
        .extracting(RegisterRow::name)
        .containsExactly("防火值班工作群");
    assertThat(read(english, real).understood()).isEqualTo(read(headings, real).understood());
    assertThat(read(headings, example).columns())
        .extracting(Column::use)
        .containsExactlyElementsOf(
            RegisterTemplate.columns("党政办公室").stream()
                .map(column -> new ColumnUse.As(column.field()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【示例】甲群|李四|#3|",
        "（示例）甲群|李四|#3|",
        "示例：甲群|李四|#3|",
        "[Example] 甲群|李四|#3|",
        "防汛值班工作群|张三|#45|防汛值班与调度"
      })
  void anExampleIsNoGroup(String example) {
    RegisterReading.Read read = read("群名称|群主|成员数|用途", example, "乙群|王五|#4|");
    assertThat(read.skipped()).containsExactly(new Skipped(2, Why.EXAMPLE));
    assertThat(read.understood()).extracting(RegisterRow::name).containsExactly("乙群");
  }

  @ParameterizedTest
  @ValueSource(strings = {"示例小区群|张三|#45|通知", "防汛值班工作群|李四|#45|防汛值班与调度"})
  void whatOnlyLooksLikeAnExampleIsAGroup(String group) {
    assertThat(read("群名称|群主|成员数|用途", group).understood()).hasSize(1);
  }

  @Test
  void hugeAndHostileSheetsEndQuickly() {
    List<SheetRow> rows = new ArrayList<>(sheet("群名称|人数|建群时间|处置意见").rows());
    for (int i = 2; i < 3_000; i++) {
      String long1 = "余".repeat(2_000);
      rows.add(
          new SheetRow(i, Sheets.cells("群" + i + "|9" + long1 + "|2026年" + long1 + "|并入" + long1)));
    }
    Sheet hostile =
        new Sheet(rows, List.of(new MergedRegion(5_000, Integer.MAX_VALUE, 0, Integer.MAX_VALUE)));

    assertThat(RegisterReader.read(new Sheet(rows, List.of()), Answers.NONE, TODAY))
        .isInstanceOf(RegisterReading.Read.class);
    assertThat(RegisterReader.read(hostile, Answers.NONE, TODAY))
        .isInstanceOf(RegisterReading.Read.class);
    assertThat(
            RegisterReader.read(
                new Sheet(rows, Collections.nCopies(30, new MergedRegion(1, 900_000, 0, 1))),
                Answers.NONE,
                TODAY))
        .isEqualTo(new NotARegister("register.too-many-merged-cells"));
  }

  private static Answers columns(Map<String, ColumnUse> columns) {
    return new Answers(columns, Map.of(), Set.of(), Map.of(), Answers.BlankUnits.ASK);
  }

  private static Answers blankUnits(Answers.BlankUnits meaning) {
    return new Answers(Map.of(), Map.of(), Set.of(), Map.of(), meaning);
  }
}
