package cn.jianfu.group.workgroup.domain;

import java.util.List;

/** What a command leads to. */
public sealed interface Verdict {

  /** It is so from now on; without events it was so already. */
  record Accepted(List<WorkGroupEvent> events) implements Verdict {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** A rule is against it. */
  record Declined(Refusal why) implements Verdict {}

  static Verdict accepted(WorkGroupEvent... events) {
    return new Accepted(List.of(events));
  }

  static Verdict declined(Refusal why) {
    return new Declined(why);
  }
}
