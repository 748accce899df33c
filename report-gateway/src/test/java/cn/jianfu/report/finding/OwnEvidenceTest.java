package cn.jianfu.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnEvidenceTest {

  private static final String DISTRICT = "350213000000";
  private static final String OWN = "350213101000";
  private static final String OTHER = "350213102000";
  private static final List<String> GROUPS = List.of(OWN + "/QQ/1", OTHER + "/QQ/1");
  private static final Map<String, Object> EVIDENCE =
      Map.of(
          "first",
          OWN + "/QQ/1",
          "second",
          OTHER + "/QQ/1",
          "sharedMembers",
          30,
          "groups",
          GROUPS,
          "townCodes",
          List.of(OWN, OTHER));

  @Test
  void groupsAndTownsOutsideAreCountsAndNotNames() {
    var shown = OwnEvidence.of(scope(OWN), GROUPS, EVIDENCE);

    assertThat(shown.toString()).doesNotContain(OTHER);
    assertThat(shown)
        .containsEntry("first", OWN + "/QQ/1")
        .containsEntry("sharedMembers", 30)
        .containsEntry("foreignGroups", 1L)
        .containsEntry("foreignTowns", 1);
    assertThat(OwnEvidence.groups(scope(OWN), GROUPS)).containsExactly(OWN + "/QQ/1");
  }

  @Test
  void theUnitOfAnEndedGroupIsNamedOnlyToWhomItIsSeenBy() {
    List<String> own = List.of(OWN + "/QQ/1");
    Map<String, Object> evidence = Map.of("dissolvedUnit", OTHER, "where", "OTHER_UNIT");

    assertThat(OwnEvidence.of(scope(OWN), own, evidence)).isEqualTo(Map.of("where", "OTHER_UNIT"));
    assertThat(OwnEvidence.of(scope(DISTRICT), own, evidence)).isEqualTo(evidence);
  }

  @Test
  void theNameThatAGroupIsFiledUnderIsShownToWhomTheGroupIs() {
    List<String> one = List.of(OTHER + "/QQ/1");
    Map<String, Object> evidence = Map.of("filedName", "防汛群", "kind", "RENAMED");

    assertThat(OwnEvidence.of(scope(OWN), one, evidence)).doesNotContainKey("filedName");
    assertThat(OwnEvidence.of(scope(OTHER), one, evidence)).isEqualTo(evidence);
    assertThat(OwnEvidence.of(scope(DISTRICT), one, evidence)).isEqualTo(evidence);
  }

  @Test
  void aTitleNamesOnlyTheGroupsInside() {
    assertThat(title(OWN, "own / other")).isEqualTo("own");
    assertThat(title(DISTRICT, "own / other")).isEqualTo("own / other");
    assertThat(title(OWN, "own")).as("of the own town it has only names").isEqualTo("own");
    assertThat(title(OWN, "own / and / other"))
        .as("whose name is which is not known")
        .isEqualTo("…");
    assertThat(title(OTHER, "own")).isEqualTo("…");
  }

  private static String title(String reader, String title) {
    return OwnEvidence.title(scope(reader), OWN, GROUPS, title);
  }

  @Test
  void theDistrictSeesTheEvidenceAsItIs() {
    assertThat(OwnEvidence.of(scope(DISTRICT), GROUPS, EVIDENCE)).isEqualTo(EVIDENCE);
    assertThat(OwnEvidence.groups(scope(DISTRICT), GROUPS)).isEqualTo(GROUPS);
  }

  private static UnitScope scope(String unit) {
    return new UnitScope(
        unit,
        OrgTree.of(
            List.of(
                unit(DISTRICT, OrgUnit.Level.DISTRICT, null, List.of(DISTRICT)),
                unit(OWN, OrgUnit.Level.TOWN, DISTRICT, List.of(DISTRICT, OWN)),
                unit(OTHER, OrgUnit.Level.TOWN, DISTRICT, List.of(DISTRICT, OTHER)))));
  }

  private static OrgUnit unit(
      String code, OrgUnit.Level level, @Nullable String parent, List<String> path) {
    return new OrgUnit(
        code,
        code,
        code,
        level,
        OrgUnit.Kind.PARTY_GOV,
        parent,
        path,
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
