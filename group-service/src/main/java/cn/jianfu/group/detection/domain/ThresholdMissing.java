package cn.jianfu.group.detection.domain;

/** A rule is on and its rule set lacks the number that the rule needs. */
public final class ThresholdMissing extends IllegalStateException {

  private final String key;

  ThresholdMissing(String key) {
    super("the rule set has no threshold " + key);
    this.key = key;
  }

  /** The key that is absent. */
  public String key() {
    return key;
  }
}
