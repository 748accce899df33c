package cn.jianfu.group.detection.domain;

/**
 * To how many live subjects a rule could apply in a unit, and of how many that is not known.
 *
 * <p>Exempt subjects are in neither. G-OVER counts groups with known members and not pairs, which
 * would be so many that the rule weighed nothing.
 */
public record Exposure(int subjects, int unknown) {

  static final Exposure NONE = new Exposure(0, 0);

  Exposure plus(Exposure other) {
    return new Exposure(subjects + other.subjects, unknown + other.unknown);
  }
}
