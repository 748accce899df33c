package cn.jianfu.report.reference.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * One thing that is wrong with a wish.
 *
 * @param field pointer to the field that is at fault, for example {@code /effectiveFrom}
 * @param named what a person is told besides: a rule, a number, a range
 */
public record Fault(Refusal why, String field, Map<String, String> named) {

  public Fault {
    named = Map.copyOf(named);
  }

  static Fault at(Refusal why, String field) {
    return new Fault(why, field, Map.of());
  }

  Fault naming(String what, String name) {
    Map<String, String> more = new HashMap<>(named);
    more.put(what, name);
    return new Fault(why, field, more);
  }
}
