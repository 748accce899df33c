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

  /**
   * Rules are against it.
   *
   * @param why all of them, at least one; how the answer is called follows from the first
   */
  record Declined(List<Refusal> why) implements Verdict {
    public Declined {
      why = List.copyOf(why);
    }
  }

  static Verdict accepted(WorkGroupEvent... events) {
    return new Accepted(List.of(events));
  }

  static Verdict declined(Refusal why) {
    return new Declined(List.of(why));
  }
}
