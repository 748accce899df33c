package cn.jianfu.allinone.sample;

import java.util.List;

/**
 * An org unit (组织机构) of the sample.
 *
 * @param parent org code, empty for the district
 * @param line 条线, empty where there is none
 */
public record SampleUnit(
    String code,
    String name,
    String nameEn,
    String level,
    String kind,
    String parent,
    String line) {

  /** Org codes of the six towns, in division-code order. */
  public static final List<String> TOWNS =
      List.of(
          "350213001000",
          "350213101000",
          "350213102000",
          "350213103000",
          "350213104000",
          "350213400000");

  public static final String DISTRICT = "350213000000";
  public static final String XINDIAN = "350213101000";

  /** The town that cleans up by itself. */
  public static final String TIDY_TOWN = "350213103000";

  /** The farm that has declared its groups and then sent nothing: unknown, not good. */
  public static final String SILENT_TOWN = "350213400000";

  /** Every unit, parents before their children. */
  public static List<SampleUnit> all() {
    return SampleTable.rows("org-units.csv").stream()
        .map(row ->
            new SampleUnit(
                row.get("code"),
                row.get("name"),
                row.get("nameEn"),
                row.get("level"),
                row.get("kind"),
                row.get("parent"),
                row.get("line")))
        .toList();
  }

  /** The town's departments and communities. */
  static List<SampleUnit> below(String town) {
    return all().stream().filter(unit -> unit.parent().equals(town)).toList();
  }
}
