package cn.jianfu.report.reference.domain;

/** What a wish to change reference data leads to. */
public sealed interface Ruling<S> {

  /** The next state, to be written and published. */
  record Accepted<S>(S next) implements Ruling<S> {}

  /** It is so already. */
  record Unchanged<S>() implements Ruling<S> {}

  /**
   * It contradicts itself or what stands.
   *
   * @param field pointer to the field that is at fault, for example {@code /effectiveFrom}
   */
  record Declined<S>(Refusal why, String field) implements Ruling<S> {}

  static <S> Ruling<S> accepted(S next) {
    return new Accepted<>(next);
  }

  static <S> Ruling<S> unchanged() {
    return new Unchanged<>();
  }

  static <S> Ruling<S> declined(Refusal why, String field) {
    return new Declined<>(why, field);
  }
}
