package cn.jianfu.report.reference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.OrgUnit.Kind;
import cn.jianfu.report.reference.domain.OrgUnit.Level;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrgTreeTest {

  private static final String DISTRICT = "350213000000";
  private static final String BUREAU = "350213000901";
  private static final String TEAM = "350213000902";
  private static final String TOWN = "350213101000";
  private static final String OFFICE = "350213101901";
  private static final String VILLAGE = "350213101201";
  private static final String OTHER = "350213102000";

  private static final OrgTree UNITS =
      OrgTree.of(
          List.of(
              unit("翔安区", Level.DISTRICT, Kind.PARTY_GOV, DISTRICT),
              unit("教育局", Level.DISTRICT, Kind.DEPARTMENT, DISTRICT, BUREAU),
              unit("督导组", Level.TOWN, Kind.DEPARTMENT, DISTRICT, BUREAU, TEAM),
              unit("新店镇", Level.TOWN, Kind.PARTY_GOV, DISTRICT, TOWN),
              unit("党政办", Level.TOWN, Kind.DEPARTMENT, DISTRICT, TOWN, OFFICE),
              unit("洪前村", Level.COMMUNITY, Kind.VILLAGE, DISTRICT, TOWN, VILLAGE),
              unit("马巷镇", Level.TOWN, Kind.PARTY_GOV, DISTRICT, OTHER)));

  @Test
  void everyUnitIsJudgedInItsTownOrWithTheDepartmentsOfTheDistrict() {
    assertThat(List.of(TOWN, OFFICE, VILLAGE))
        .allSatisfy(unit -> assertThat(UNITS.placeOf(unit)).contains(TOWN));
    assertThat(List.of(DISTRICT, BUREAU))
        .allSatisfy(unit -> assertThat(UNITS.placeOf(unit)).contains(DISTRICT));
    assertThat(UNITS.placeOf("999999999999")).isEmpty();
  }

  @Test
  void aDepartmentInsideATownIsNoTown() {
    assertThat(UNITS.isTown(TOWN)).isTrue();
    assertThat(UNITS.isTown(OFFICE)).isFalse();
    assertThat(UNITS.isTown(DISTRICT)).isFalse();
    assertThat(UNITS.towns()).extracting(OrgUnit::orgCode).containsExactly(TEAM, TOWN, OTHER);
  }

  @Test
  void thePlacesAreTheTownsAndThenWhatIsInNone() {
    assertThat(UNITS.places())
        .extracting(OrgUnit::name)
        .containsExactly("督导组", "新店镇", "马巷镇", "翔安区直属单位");
    assertThat(UNITS.place(BUREAU)).isEmpty();
    assertThat(UNITS.placeOrUnit(BUREAU)).get().extracting(OrgUnit::name).isEqualTo("教育局");
    assertThat(UNITS.placeOrUnit(DISTRICT))
        .get()
        .extracting(OrgUnit::nameEn)
        .isEqualTo("翔安区, own departments");
  }

  @Test
  void ofSeveralDistrictsEachTopStandsForItsOwn() {
    var two =
        OrgTree.of(
            List.of(
                unit("翔安区", Level.DISTRICT, Kind.PARTY_GOV, DISTRICT),
                unit("同安区", Level.DISTRICT, Kind.PARTY_GOV, "350212000000"),
                unit("大同街道", Level.TOWN, Kind.PARTY_GOV, "350212000000", "350212001000")));

    assertThat(two.places())
        .extracting(OrgUnit::orgCode)
        .containsExactly("350212001000", "350212000000", DISTRICT);
  }

  private static OrgUnit unit(String name, Level level, Kind kind, String... path) {
    return new OrgUnit(
        path[path.length - 1],
        name,
        name,
        level,
        kind,
        path.length == 1 ? null : path[path.length - 2],
        List.of(path),
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
