package cn.jianfu.group.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026.3.1",
        "2026-3-1",
        "2026/03/01",
        "2026年3月1日",
        "２０２６年３月１日",
        "20260301",
        "#20260301",
        "#46082",
        "#46082.75",
        "46082",
        "46082.75",
        "４６０８２",
        "@2026-03-01",
        "2026. 3. 1",
        "2026年03月01号",
        "2026-03-01 00:00:00",
        "2026/3/1 9:05",
        "2026-03-01T00:00:00Z",
        "二〇二六年三月一日",
        "二零二六年三月一日",
        "2026。3。1",
        "2026－03－01"
      })
  void theFirstOfMarchIsUnderstoodInAllItsForms(String written) {
    assertThat(DateCells.read(Sheets.cell(written)))
        .isEqualTo(Reading.clear(LocalDate.of(2026, 3, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026年3月,         date-without-day,   2026-03-01/2026-03-31",
    "2026.3,           date-without-day,   2026-03-01/2026-03-31",
    "#2026.1,          date-without-day,   ''",
    "202603,           date-without-day,   2026-03-01/2026-03-31",
    "二〇二六年二月,      date-without-day,   2026-02-01/2026-02-28",
    "2026年,           date-without-month, ''",
    "#2026,            date-without-month, ''",
    "26.3.1,           date-two-digit-year, 2026-03-01",
    "26.13.1,          date-unreadable,    ''",
    "3月1日,            date-without-year,  ''",
    "3/1/2026,         date-order,         2026-03-01/2026-01-03",
    "3/31/2026,        date-order,         2026-03-31",
    "去年春节前,         date-unreadable,    ''",
    "2026.3.1起,        date-unreadable,    ''",
    "#5,               date-unreadable,    ''",
    "#29951,           date-unreadable,    ''",
    "29951,            date-unreadable,    ''",
    "73416,            date-unreadable,    ''",
  })
  void aDateThatLeavesAChoiceIsAsked(String written, String code, String choices) {
    assertThat(DateCells.read(Sheets.cell(written)))
        .isEqualTo(
            new Reading.Unclear<LocalDate>(
                "register." + code, choices.isEmpty() ? List.of() : List.of(choices.split("/"))));
  }

  @ParameterizedTest
  @CsvSource({
    "29952,1982-01-01",
    "32874,1990-01-01",
    "45292,2024-01-01",
    "73415,2100-12-31",
    "#73415,2100-12-31"
  })
  void aDayNumberOfASpreadsheetIsADayInACsvToo(String written, LocalDate day) {
    assertThat(DateCells.read(Sheets.cell(written))).isEqualTo(Reading.clear(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026.2.30", "2026年13月1日", "2026-00-10", "20260231", "2026.13"})
  void aDayThatDoesNotExistIsWrong(String written) {
    assertThat(DateCells.read(Sheets.cell(written)))
        .isEqualTo(Reading.wrong("register.date-impossible"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "—", "无", "暂无", "-", "N/A"})
  void whatSaysNothingIsNothing(String written) {
    assertThat(DateCells.read(Sheets.cell(written))).isEqualTo(Reading.nothing());
    assertThat(CountCells.read(Sheets.cell(written))).isEqualTo(Reading.nothing());
    assertThat(TextCells.read(Sheets.cell(written), 10)).isEqualTo(Reading.nothing());
    assertThat(Vocabulary.PLATFORMS.read(Sheets.cell(written))).isEqualTo(Reading.nothing());
  }

  @ParameterizedTest
  @CsvSource({
    "#45,45",
    "#45.0,45",
    "45,45",
    "４５,45",
    "45人,45",
    "45 名,45",
    "共45人,45",
    "'1,200人',1200",
    "#0,0",
    "45.0,45",
  })
  void aCountIsUnderstood(String written, int count) {
    assertThat(CountCells.read(Sheets.cell(written))).isEqualTo(Reading.clear(count));
  }

  @ParameterizedTest
  @CsvSource({
    "约40,40",
    "40余人,40",
    "近100人,100",
    "40人左右,40",
    "500+,500",
    "大约40多人,40",
    "40以上,40",
  })
  void anApproximateCountIsAsked(String written, String seen) {
    assertThat(CountCells.read(Sheets.cell(written)))
        .isEqualTo(Reading.unclear("register.count-approximate", seen));
  }

  @ParameterizedTest
  @CsvSource({
    "30-40,     count-unreadable",
    "四十五,     count-unreadable",
    "45/50,     count-unreadable",
    "13800138000, count-implausible",
    "@2026-03-01, count-unreadable",
  })
  void aCountThatIsNoneIsAsked(String written, String code) {
    assertThat(CountCells.read(Sheets.cell(written)))
        .isEqualTo(Reading.unclear("register." + code));
  }

  @Test
  void halfAPersonAndFewerThanNoneAreWrong() {
    assertThat(CountCells.read(Sheets.cell("#45.5")))
        .isEqualTo(Reading.wrong("register.count-not-whole"));
    assertThat(CountCells.read(Sheets.cell("#-3")))
        .isEqualTo(Reading.wrong("register.count-negative"));
  }

  @ParameterizedTest
  @CsvSource({
    "微信,WECHAT",
    "微信群,WECHAT",
    "企业微信,WECOM",
    "QQ,QQ",
    "ｑｑ群,QQ",
    "钉钉,DINGTALK",
    "政务通讯,GOV_IM",
    "WECHAT,WECHAT",
    "gov_im,GOV_IM",
    "其它,OTHER",
  })
  void aPlatformIsUnderstoodByItsWords(String written, Platform platform) {
    assertThat(Vocabulary.PLATFORMS.read(Sheets.cell(written))).isEqualTo(Reading.clear(platform));
  }

  @ParameterizedTest
  @CsvSource({
    "保留,KEEP,",
    "拟解散,DISSOLVE,",
    "合并,MERGE,",
    "规范,STANDARDISE,",
    "合并至“值班群”,MERGE,值班群",
    "拟并入值班群。,MERGE,值班群",
  })
  void aDecisionIsUnderstoodWithItsTarget(String written, Decision.Kind kind, String target) {
    assertThat(DecisionCells.read(Sheets.cell(written)))
        .isEqualTo(Reading.clear(new Decision(kind, target)));
  }

  @Test
  void fullWidthLettersAndDigitsAreHalvedAndPunctuationStays() {
    assertThat(TextCells.read(Sheets.cell("　１２３４５热线ＱＱ群（一）\u200b "), 50))
        .isEqualTo(Reading.clear("12345热线QQ群（一）"));
  }

  @Test
  void theImportKeyDoesNotDependOnHowANameIsTyped() {
    assertThat(ImportKey.of("350213101901", "防汛 工作群（1）"))
        .isEqualTo(ImportKey.of("350213101901", "防汛工作群(１)"))
        .startsWith("reg:")
        .isNotEqualTo(ImportKey.of("350213101901", "防汛群(1)"))
        .isNotEqualTo(ImportKey.of("350213101902", "防汛工作群(1)"));
  }

  @Test
  void columnsAreLabelledAsInASpreadsheet() {
    assertThat(
            List.of(
                Grid.letter(0),
                Grid.letter(25),
                Grid.letter(26),
                Grid.letter(701),
                Grid.letter(702)))
        .containsExactly("A", "Z", "AA", "ZZ", "AAA");
  }
}
