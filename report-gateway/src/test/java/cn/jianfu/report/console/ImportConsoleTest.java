package cn.jianfu.report.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.ImportTold;
import cn.jianfu.report.group.PastImport;
import cn.jianfu.report.group.Refused;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A register is imported over HTTP, with a real login and without scripts. */
class ImportConsoleTest {

  private static final byte[] REGISTER = "群名称\n防汛群\n".getBytes(UTF_8);
  private static final String FORM = "/register/import";
  private static final String COLUMN = "K=MATTER";
  private static final String GROUP = "7=350213101901/WECHAT/g%2F1";

  private static ConsoleApp app;

  @BeforeAll
  static void start() {
    app = ConsoleApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void asAlways() {
    app.imports.reset();
  }

  private static Visitor town() {
    return app.as(TestIssuer.TOWN_OFFICE);
  }

  /** As a page says it that has asked about this file. */
  private static String of(byte[] file) {
    return new ImportForm(ByteBuffer.wrap(file), false, false, List.of(), List.of(), "k", "")
        .hash();
  }

  private static HttpResponse<String> send(Visitor visitor, String... form) {
    return visitor.postFile(FORM, REGISTER, true, form);
  }

  @Test
  void theRegisterLeadsToItWhoeverMayDecide() {
    assertThat(town().get("/register").body()).contains("href=\"/register/import\"");
    assertThat(town().get(FORM).body())
        .contains("multipart/form-data", "10 MB", "/register/import/template.xlsx");
    assertThat(app.as(TestIssuer.SUPERVISOR).get("/register").body())
        .doesNotContain("href=\"/register/import\"");
    assertThat(app.as(TestIssuer.SUPERVISOR).get(FORM).statusCode()).isEqualTo(403);
    assertThat(app.as(TestIssuer.COMMUNITY).get(FORM).statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasImportedBeforeIsFoundAgain() {
    assertThat(town().get(FORM).body()).contains("还没有导入过台账");

    app.imports.knows(
        List.of(past("second", "UNDONE", 0, 7), past("<first>", "APPLIED", 12_345, 0)));
    assertThat(town().get(FORM).body())
        .contains(
            "href=\"/register/import/second\"", "已撤销", "已导入", "12,345", "2026-11-23 10:00", "新店镇")
        .doesNotContain("<first>", "还没有导入过台账");
    assertThat(send(town(), "key", "k1", "do", "check").body()).doesNotContain("以往的导入");

    app.imports.knows(null);
    assertThat(town().get(FORM).body()).contains("暂时读不到以往的导入", "multipart/form-data");
  }

  private static PastImport past(String id, String state, int created, int changed) {
    return new PastImport(
        id, state, Instant.parse("2026-11-23T02:00:00Z"), "350213101000", created, changed, 1);
  }

  @ParameterizedTest
  @CsvSource({"PLANNED, true", "UNDOING, true", "APPLIED, false", "UNDONE, false"})
  void whatGoesOnIsLookedAtAgainByItself(String state, boolean again) {
    app.imports.standsAt(state);

    assertThat(town().get(FORM + "/" + SampleImports.ID).body())
        .matches(page -> page.contains("load delay:3s") == again);
  }

  @Test
  void aCheckImportsNothingAndAsksWhatIsNotClear() {
    var answer = send(town(), "key", "k1", "do", "check");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "检查完毕，没有改动任何群",
            "K 列“负责&lt;b&gt;片区”是什么内容",
            "第 7 行可能是已登记的群改了名",
            "防汛&lt;i&gt;群",
            "都不是，是新的群",
            "看不懂这个日期：“去年&lt;b&gt;”",
            "L 列“备注”",
            SampleImports.ID + "/errors.xlsx")
        .doesNotContain("撤销本次导入");
    assertThat(app.imports.sent)
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.wish().dryRun()).isTrue();
          assertThat(sent.file()).isEqualTo("群名称\n防汛群\n");
        });
  }

  @Test
  void whatWasAnsweredIsSentAndStaysAnswered() {
    var first = send(town(), "key", "k1", "do", "check");
    assertThat(first.body()).contains("name=\"of\" value=\"" + of(REGISTER) + "\"");
    app.imports.reset();
    var answer =
        send(
            town(),
            "key",
            "k1",
            "do",
            "check",
            "column",
            COLUMN,
            "group",
            GROUP,
            "of",
            of(REGISTER));

    assertThat(app.imports.sent.getFirst().wish().columns()).containsExactly(COLUMN);
    assertThat(app.imports.sent.getFirst().wish().groups()).containsExactly(GROUP);
    assertThat(answer.body())
        .contains(
            "name=\"column\" value=\"" + COLUMN + "\"", "name=\"group\" value=\"" + GROUP + "\"")
        .doesNotContain("是什么内容");
  }

  @Test
  void whatWasAnsweredAboutAnotherFileIsLeftOutAndNothingIsImported() {
    byte[] other = "群名称\n别的群\n".getBytes(UTF_8);
    var answer =
        town()
            .postFile(
                FORM, other, true, "key", "k1", "do", "import", "group", GROUP, "of", of(REGISTER));

    assertThat(app.imports.sent)
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.wish().groups()).isEmpty();
          assertThat(sent.wish().dryRun()).isTrue();
        });
    assertThat(answer.body()).contains("换了文件", "name=\"of\" value=\"" + of(other) + "\"");
  }

  @Test
  void whatIsNoAnswerIsNotSent() {
    send(town(), "key", "k1", "do", "check", "column", "", "column", "K=x&dryRun=false");

    assertThat(app.imports.sent.getFirst().wish().columns()).isEmpty();
  }

  @Test
  void anImportLeadsToItsOwnPage() {
    var visitor = app.as(TestIssuer.TOWN_OFFICE);
    var answer = send(visitor, "key", "k1", "do", "import");

    assertThat(answer.uri().getPath()).isEqualTo(FORM + "/" + SampleImports.ID);
    assertThat(answer.body()).contains("已导入", "撤销本次导入", "再导入一份");
    assertThat(app.imports.sent.getFirst().wish().dryRun()).isFalse();
  }

  @Test
  void wholeOrNotAtAllIsSaidWhenItIsNot() {
    var answer = send(town(), "key", "k1", "do", "import", "atomic", "yes");

    assertThat(answer.body())
        .contains("没有导入，没有改动任何群", "checked=\"checked\"")
        .doesNotContain("已导入。");
  }

  @Test
  void theSameFileSentAgainIsTheSameImportAndAnotherIsNot() {
    var visitor = town();
    send(visitor, "key", "k1", "do", "import");
    send(visitor, "key", "k1", "do", "import");
    send(visitor, "key", "k1", "do", "import", "column", COLUMN, "of", of(REGISTER));
    visitor.postFile(FORM, "群名称\n别的群\n".getBytes(UTF_8), true, "key", "k1", "do", "import");
    send(visitor, "key", "k2", "do", "import");

    List<String> keys = app.imports.sent.stream().map(SampleImports.Sent::key).toList();
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).hasSize(32);
    assertThat(keys.subList(1, 5)).doesNotHaveDuplicates();
  }

  @Test
  void withoutAFileOrWithOneThatIsTooLargeNothingIsSent() {
    var none = town().postFile(FORM, null, true, "key", "k1", "do", "check");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("请选择台账文件");

    var large = town().postFile(FORM, new byte[(10 << 20) + 1], true, "key", "k1", "do", "check");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("超过 10 MB");

    var larger = town().postFile(FORM, new byte[30 << 20], true, "key", "k1", "do", "check");
    assertThat(larger.statusCode()).isEqualTo(413);
    assertThat(larger.body()).contains("10 MB");
    assertThat(app.imports.sent).isEmpty();
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var forged = town().postFile(FORM, REGISTER, false, "key", "k1", "do", "import");

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(app.imports.sent).isEmpty();
  }

  @Test
  void aRefusalIsToldInTheWordsOfTheService() {
    app.imports.says(
        new ImportTold.Declined(422, new Refused("urn:x", "不能读取", "这不是表格<b>文件", null)));

    var answer = send(town(), "key", "k1", "do", "check");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("没有改动任何群：这不是表格&lt;b&gt;文件");
  }

  @ParameterizedTest
  @EnumSource(Degraded.class)
  void withoutAnAnswerItIsSaidWhatIsKnown(Degraded why) {
    app.imports.says(new ImportTold.Nothing(why));

    var answer = send(town(), "key", "k1", "do", "import");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("??");
  }

  @Test
  void whatTakingItBackWouldDoIsShownFirst() {
    var visitor = town();
    String page = FORM + "/" + SampleImports.ID;

    assertThat(visitor.post(page + "/undo").body()).contains("可以撤销 2 行，0 行不能撤销", "确认撤销");
    assertThat(visitor.post(page + "/undo", "sure", "yes").body())
        .contains("这次导入已撤销")
        .doesNotContain("确认撤销");
    assertThat(app.imports.undone)
        .containsExactly(SampleImports.ID + " rehearsed", SampleImports.ID + " done");
  }

  @Test
  void whatStandsInTheWayIsNamedAndTheRestIsOffered() {
    app.imports.hasSomethingInTheWay();
    var visitor = town();
    String page = FORM + "/" + SampleImports.ID;

    assertThat(visitor.post(page + "/undo").body())
        .contains("可以撤销 1 行，1 行不能撤销", "此后已备案", "只撤销其余 1 行")
        .doesNotContain("确认撤销");
    assertThat(visitor.post(page + "/undo", "sure", "yes").body()).contains("没有撤销：有 1 行不能撤销");
    assertThat(visitor.post(page + "/undo", "sure", "yes", "some", "yes").body())
        .contains("这次导入已撤销");
    assertThat(app.imports.undone.getLast()).isEqualTo(SampleImports.ID + " done some");
  }

  @Test
  void ofVeryManyRowsSomeAreShownAndTheRestIsCounted() {
    app.imports.hasMessages(300);

    var answer = send(town(), "key", "k1", "do", "check");

    assertThat(answer.body()).contains("没有群名称 198", "还有 101 条没有列出").doesNotContain("没有群名称 199");
  }

  @Test
  void filesComeInTheUsersNameAndAnIdThatIsNoneIsNotThere() {
    var template = town().get(FORM + "/template.xlsx");
    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
        .contains("register.xlsx");
    assertThat(town().get(FORM + "/" + SampleImports.ID + "/errors.xlsx").body()).startsWith("PK");
    assertThat(town().get(FORM + "/a..b").statusCode()).isEqualTo(404);
    assertThat(app.as(TestIssuer.SUPERVISOR).get(FORM + "/template.xlsx").statusCode())
        .isEqualTo(403);
  }

  @Test
  void inEnglishItIsEnglish() {
    var visitor = town();
    visitor.get("/language?to=en&back=/register/import");

    assertThat(send(visitor, "key", "k1", "do", "check").body())
        .contains("Checked. No group was changed.", "None of them, a new group");
  }
}
