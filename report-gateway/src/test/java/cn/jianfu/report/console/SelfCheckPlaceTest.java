package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.domain.GroupState;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.OrgUnit.Kind;
import cn.jianfu.report.reference.domain.OrgUnit.Level;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelfCheckPlaceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String DISTRICT = "350213000000";
  private static final String TOWN = "350213101000";
  private static final String OFFICE = "350213101901";
  private static final String VILLAGE = "350213101201";
  private static final String BUREAU = "350213000901";
  private static final String OTHER = "350213102000";

  private static final OrgTree UNITS =
      OrgTree.of(
          List.of(
              unit(Level.DISTRICT, Kind.PARTY_GOV, DISTRICT),
              unit(Level.DISTRICT, Kind.DEPARTMENT, DISTRICT, BUREAU),
              unit(Level.TOWN, Kind.PARTY_GOV, DISTRICT, TOWN),
              unit(Level.TOWN, Kind.DEPARTMENT, DISTRICT, TOWN, OFFICE),
              unit(Level.COMMUNITY, Kind.VILLAGE, DISTRICT, TOWN, VILLAGE),
              unit(Level.TOWN, Kind.PARTY_GOV, DISTRICT, OTHER)));

  private static final InspectionRound OPEN = round("open", DISTRICT, 10, null);

  @Test
  void aTownAnswersForItselfAndForWhatIsBelowIt() {
    for (var unit : List.of(TOWN, OFFICE, VILLAGE)) {
      assertThat(place("town-office", TOWN, unit, OPEN))
          .hasValueSatisfying(it -> {
            assertThat(it.mayAnswer()).isTrue();
            assertThat(it.town()).isEqualTo(TOWN);
          });
    }
  }

  @Test
  void aDepartmentOfATownAnswersForItselfAlone() {
    assertThat(place("town-office", OFFICE, OFFICE, OPEN)).isPresent();
    assertThat(place("town-office", OFFICE, TOWN, OPEN)).isEmpty();
    assertThat(place("town-office", OFFICE, VILLAGE, OPEN)).isEmpty();
    assertThat(place("town-office", TOWN, OTHER, OPEN)).isEmpty();
  }

  @Test
  void aCommunityAnswersForItselfAlone() {
    assertThat(place("community", VILLAGE, VILLAGE, OPEN))
        .hasValueSatisfying(it -> assertThat(it.mayAnswer()).isTrue());
    for (var unit : List.of(TOWN, OFFICE, OTHER, DISTRICT)) {
      assertThat(place("community", VILLAGE, unit, OPEN)).isEmpty();
    }
  }

  @Test
  void theDistrictLooksOnEverywhereAndAnswersNowhere() {
    assertThat(place("district-supervisor", DISTRICT, OFFICE, OPEN))
        .hasValueSatisfying(it -> assertThat(it.mayAnswer()).isFalse());
    assertThat(place("district-admin", DISTRICT, TOWN, OPEN))
        .hasValueSatisfying(it -> assertThat(it.mayAnswer()).isFalse());
    assertThat(place("district-supervisor", DISTRICT, BUREAU, OPEN))
        .hasValueSatisfying(it -> {
          assertThat(it.mayAnswer()).isFalse();
          assertThat(it.town()).isEqualTo(DISTRICT);
        });
    assertThat(place("town-office", TOWN, BUREAU, OPEN)).isEmpty();
    assertThat(place("district-supervisor", DISTRICT, "999999999999", OPEN)).isEmpty();
  }

  @Test
  void theRoundIsTheLatestThatIsOpenAndCoversTheUnit() {
    var earlier = round("earlier", DISTRICT, 40, null);
    var closed = round("closed", DISTRICT, 5, TODAY.minusDays(1));
    var elsewhere = round("elsewhere", OTHER, 4, null);
    var later = round("later", DISTRICT, -1, null);
    assertThat(roundOf(earlier, OPEN, closed, elsewhere, later)).isEqualTo(OPEN);
    assertThat(roundOf(closed, elsewhere, later)).isNull();
    var lastDay = round("last-day", DISTRICT, 5, TODAY);
    assertThat(roundOf(OPEN, lastDay)).isEqualTo(lastDay);
  }

  @Test
  void onlyUnitsWithGroupsAreAskedForTheirLists() {
    var place = place("town-office", TOWN, TOWN, OPEN).orElseThrow();
    assertThat(place.units(List.of(group(VILLAGE), group(OFFICE), group(VILLAGE), group(OTHER))))
        .containsExactly(VILLAGE, OFFICE);
    assertThat(place.units(List.of())).containsExactly(TOWN);
  }

  private static @Nullable InspectionRound roundOf(InspectionRound... rounds) {
    return place("town-office", TOWN, TOWN, rounds).orElseThrow().round();
  }

  private static Optional<SelfCheckPlace> place(
      String role, String from, String unit, InspectionRound... rounds) {
    var district =
        new District(
            UNITS,
            District.EMPTY.calendars(),
            District.EMPTY.ruleSets(),
            List.of(),
            Arrays.asList(rounds));
    var user = new ConsoleUser("issuer", "u", "name", from, Set.of(role));
    return SelfCheckPlace.of(
        new UnitVisit(user, unit, null, Locale.ENGLISH), new Names(district, TODAY));
  }

  private static InspectionRound round(
      String id, String scope, int openedDaysAgo, @Nullable LocalDate closedOn) {
    var opened = TODAY.minusDays(openedDaysAgo);
    return new InspectionRound(id, id, id, scope, opened, opened.plusDays(20), closedOn);
  }

  private static GroupLine group(String unit) {
    return new GroupLine(
        unit + "/QQ/g",
        unit,
        "群",
        "QQ",
        null,
        GroupState.ACTIVE,
        "API",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  private static OrgUnit unit(Level level, Kind kind, String... path) {
    var code = path[path.length - 1];
    var parent = path.length > 1 ? path[path.length - 2] : null;
    return new OrgUnit(
        code, code, code, level, kind, parent, List.of(path), null, LocalDate.of(2020, 1, 1), null);
  }
}
