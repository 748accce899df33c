package cn.jianfu.report.fact;

/** The kinds of facts, each in a collection of its own. */
public enum FactKind {
  GROUP("group_facts"),
  /** Counters and members of a group in one month: one more day costs the same after a year. */
  GROUP_MONTH("group_month_facts"),
  FINDING("finding_facts"),
  LOAD("load_facts"),
  SELF_CHECK("self_check_facts"),
  /** What became of the pushed events of a source, by day, in one month. */
  PUSH("push_facts"),
  /** What somebody had to say about a register. */
  IMPORT("import_facts"),
  /** How much a unit said about secrecy. */
  SECRECY("secrecy_facts");

  private final String collection;

  FactKind(String collection) {
    this.collection = collection;
  }

  String collection() {
    return collection;
  }
}
