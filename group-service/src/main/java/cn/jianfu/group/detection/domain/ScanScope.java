package cn.jianfu.group.detection.domain;

/** What a scan looks at, and therefore what it may clear. */
public sealed interface ScanScope {

  /** Every rule and subject. */
  record Everything() implements ScanScope {}

  /**
   * One changed group: its own rules, its overlaps, what its unit has too much of, its other
   * declarations. The load of people and what units say is left to the whole scan.
   */
  record OneGroup(String group, String unit) implements ScanScope {}

  default boolean covers(Detected finding) {
    return switch (this) {
      case Everything _ -> true;
      case OneGroup(String group, String unit) ->
          switch (finding.rule().about()) {
            case GROUP, GROUPS_TOGETHER, DECLARATIONS, DECISION -> finding.groups().contains(group);
            case UNIT -> finding.unit().equals(unit);
            case PERSON, WORD -> false;
          };
    };
  }
}
