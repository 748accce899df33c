package cn.jianfu.group.detection.domain;

/** How grave a rule set holds a fault to be. */
public enum Severity {
  MINOR("m"),
  MAJOR("M"),
  BLOCKER("B");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** The letter that rule sets and events use. */
  public String code() {
    return code;
  }
}
