package cn.jianfu.report.console;

import static cn.jianfu.report.console.SampleRegister.DUE;
import static cn.jianfu.report.console.SampleRegister.OFFICE;
import static cn.jianfu.report.console.SampleRegister.TOWN;
import static cn.jianfu.report.console.SampleRegister.VILLAGE;
import static cn.jianfu.report.console.SampleRegister.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** A town's register, its filters and what is to be done. */
class RegisterBookTest {

  @Test
  void groupsComeByUnitAndNameInPagesOfFifty() {
    var page = page("town-office", TOWN);

    assertThat(page.paging().total()).isEqualTo(64);
    assertThat(page.rows()).hasSize(50);
    assertThat(page.rows())
        .isSortedAccordingTo(
            Comparator.comparing(RegisterRow::unitCode).thenComparing(RegisterRow::name));
    assertThat(page("town-office", TOWN, "page", "2").rows()).hasSize(14);
    assertThat(page("town-office", TOWN, "page", "77").rows()).hasSize(14);
  }

  @Test
  void everyFilterNarrowsAndGarbageDoesNot() {
    assertThat(page("town-office", TOWN, "state", "DISSOLVED").rows())
        .isNotEmpty()
        .allMatch(it -> it.state().equals("DISSOLVED"));
    assertThat(page("town-office", TOWN, "confidence", "API").rows())
        .isNotEmpty()
        .allMatch(it -> it.confidence().equals("API"));
    assertThat(page("town-office", TOWN, "platform", "QQ").rows())
        .isNotEmpty()
        .allMatch(it -> it.platform().equals("QQ"));
    assertThat(page("town-office", TOWN, "unit", VILLAGE).rows())
        .isNotEmpty()
        .allMatch(it -> it.unitCode().equals(VILLAGE));
    assertThat(page("town-office", TOWN, "unit", TOWN).paging().total()).isEqualTo(64);
    assertThat(page("town-office", TOWN, "q", "防汛").rows())
        .isNotEmpty()
        .allMatch(it -> it.name().contains("防汛"));
    assertThat(page("town-office", TOWN, "rule", "G-REG").rows())
        .isNotEmpty()
        .allMatch(it -> it.findings().stream().anyMatch(rule -> rule.id().equals("G-REG")));
    var garbage =
        page(
            "town-office",
            TOWN,
            "state",
            "x",
            "unit",
            "350213102000",
            "rule",
            "<x>",
            "todo",
            "?",
            "page",
            "-1",
            "confidence",
            "'",
            "platform",
            "ICQ");
    assertThat(garbage.paging().total()).isEqualTo(64);
    assertThat(garbage.query().unit()).isEmpty();
    assertThat(garbage.query().narrowed()).isFalse();
  }

  @Test
  void whatIsToBeDecidedHasAnOpenFindingAndNoDecision() {
    var rows = page("town-office", TOWN, "todo", "decide").rows();

    assertThat(rows).extracting(RegisterRow::id).contains(id(4), id(6), id(8));
    assertThat(rows)
        .allMatch(it -> !it.findings().isEmpty() && it.decision() == null)
        .noneMatch(it -> Set.of("OBSERVED", "DISSOLVED", "DISSOLVING").contains(it.state()));
    // What was dismissed or is exempt is no reason to decide.
    assertThat(rows).extracting(RegisterRow::id).doesNotContain(id(5), id(10), id(28), id(44));
  }

  @Test
  void whatIsToBeCarriedOutIsDecidedAndNotDone() {
    var page = page("town-office", TOWN, "todo", "execute");

    assertThat(page.rows()).extracting(RegisterRow::id).contains(id(9), id(13), id(18));
    assertThat(page.rows()).extracting(RegisterRow::id).doesNotContain(id(11), id(22));
    assertThat(page.count("execute")).isEqualTo(page.rows().size());
    assertThat(page.count("")).isEqualTo(64);
    assertThat(page.rows().stream().filter(it -> it.id().equals(id(36))).findFirst())
        .hasValueSatisfying(
            it -> assertThat(Objects.requireNonNull(it.decision()).late()).isTrue());
    assertThat(page.rows().stream().filter(it -> it.id().equals(id(13))).findFirst())
        .hasValueSatisfying(
            it -> assertThat(Objects.requireNonNull(it.decision()).late()).isFalse());
  }

  @Test
  void aDepartmentDecidesAboutItsOwnGroupsAndADistrictSupervisorAboutNone() {
    assertThat(page("town-office", TOWN).rows()).allMatch(RegisterRow::mine);
    assertThat(page("town-office", OFFICE).rows())
        .anyMatch(RegisterRow::mine)
        .allMatch(it -> it.mine() == it.unitCode().equals(OFFICE));
    assertThat(page("district-supervisor", SampleRegisterDistrict.ROOT, "town", TOWN).choosable())
        .isFalse();
    assertThat(page("discipline", SampleRegisterDistrict.ROOT, "town", TOWN).choosable()).isFalse();
    assertThat(page("district-admin", SampleRegisterDistrict.ROOT, "town", TOWN).rows())
        .allMatch(RegisterRow::mine);
  }

  @Test
  void theDistrictSeesTheFirstTownAndATownNoOther() {
    var supervisor = user("district-supervisor", SampleRegisterDistrict.ROOT);
    assertThat(town(supervisor, "")).isEqualTo("350213001000");
    assertThat(town(supervisor, TOWN)).isEqualTo(TOWN);
    assertThat(town(supervisor, OFFICE)).isEmpty();
    assertThat(town(user("town-office", OFFICE), "")).isEqualTo(TOWN);
    assertThat(town(user("town-office", OFFICE), SampleRegisterDistrict.MAXIANG)).isEmpty();
  }

  @Test
  void aDecisionIsDueWhenTheRulesSayAndBelongsToTheRoundThatIsOpen() {
    var desk = page("town-office", TOWN).desk();

    assertThat(desk.dueShown()).isEqualTo(DUE.toString());
    assertThat(desk.rounds()).hasSize(1);
    assertThat(desk.roundShown()).isEqualTo(desk.rounds().getFirst().value());
    assertThat(desk.targets())
        .extracting(RegisterDesk.Target::id)
        .contains(id(1))
        .doesNotContain(id(9), id(11), id(7));
  }

  @Test
  void theGroupThatGoesOnIsNotMergedAndGroupsOfOthersAreLeftOut() {
    var book = book(user("town-office", OFFICE));
    var form =
        form(
            "action",
            "MERGE",
            "target",
            id(1),
            "id",
            id(1),
            "id",
            id(4),
            "id",
            id(2),
            "id",
            "350213102000/QQ/x");

    assertThat(book.affected(form)).extracting(RegisterRow::id).containsExactly(id(4));
    assertThat(book.page(query(), form).desk().lost()).isEqualTo(2);
  }

  @Test
  void aFormIsCompleteWhenNothingIsMissing() {
    assertThat(wrong("action", "")).containsOnlyKeys("id", "action");
    assertThat(wrong("action", "DISSOLVE", "id", id(1))).containsOnlyKeys("reason");
    assertThat(wrong("action", "DISSOLVE", "id", id(1), "reason", "字".repeat(501)))
        .containsOnlyKeys("reason");
    assertThat(wrong("action", "DISSOLVE", "id", id(1), "reason", "字".repeat(500))).isEmpty();
    assertThat(wrong("action", "DISSOLVE", "id", id(1), "reason", "x", "due", "2026-11-22"))
        .containsOnlyKeys("due");
    assertThat(wrong("action", "KEEP", "id", id(1), "reason", "x", "due", "2026-11-22")).isEmpty();
    assertThat(wrong("action", "MERGE", "id", id(1), "reason", "x", "target", id(1)))
        .containsOnlyKeys("id");
    assertThat(wrong("action", "MERGE", "id", id(1), "reason", "x")).containsOnlyKeys("target");
    assertThat(wrong("action", "EXECUTE", "id", id(1), "on", "2026-11-24")).containsOnlyKeys("on");
    assertThat(wrong("action", "EXECUTE", "id", id(1), "on", "soon")).containsOnlyKeys("on");
    assertThat(wrong("action", "WITHDRAW", "id", id(1))).isEmpty();
    var many = IntStream.rangeClosed(1, 51).boxed().flatMap(i -> List.of("id", id(i)).stream());
    var sent = new ArrayList<>(many.toList());
    sent.addAll(List.of("action", "RESTORE"));
    assertThat(wrong(sent.toArray(String[]::new))).containsOnlyKeys("id");
  }

  private static Map<String, String> wrong(String... sent) {
    return form(sent).problems(SampleRegister.TODAY);
  }

  private static String town(ConsoleUser user, String asked) {
    return RegisterBook.place(SampleRegisterDistrict.names(), user, asked).orElse("");
  }

  private static RegisterPage page(String role, String unit, String... asked) {
    return book(user(role, unit)).page(query(asked), RegisterForm.NONE);
  }

  private static RegisterBook book(ConsoleUser user) {
    return new RegisterBook(
        SampleRegisterDistrict.names(),
        user,
        TOWN,
        IntStream.rangeClosed(1, 64).mapToObj(SampleRegister::line).toList(),
        SampleRegister.findings(),
        null);
  }

  private static ConsoleUser user(String role, String unit) {
    return new ConsoleUser("i", "s", "n", unit, Set.of(role));
  }

  private static RegisterQuery query(String... asked) {
    return RegisterQuery.of(values(asked));
  }

  private static RegisterForm form(String... sent) {
    return RegisterForm.of(values(sent));
  }

  private static LinkedMultiValueMap<String, String> values(String... pairs) {
    var values = new LinkedMultiValueMap<String, String>();
    for (int at = 0; at < pairs.length; at += 2) {
      values.add(pairs[at], pairs[at + 1]);
    }
    return values;
  }
}
