package cn.jianfu.load.events;

/**
 * An event that is to be sent, and what it must lead to.
 *
 * @param subject the group
 * @param day the day of an activity, empty for the other kinds
 * @param expected what is to be seen when it is accepted: messages of the day, or the group's name
 */
public record Planned(Kind kind, String subject, String day, String expected) {

  /** What is reported. */
  public enum Kind {
    ACTIVITY,
    DECLARED,
    RENAMED,
    MEMBERS
  }

  /** What the event says something about; of two events about one thing the later counts. */
  String thing() {
    return switch (kind) {
      case ACTIVITY -> subject + "@" + day;
      case DECLARED, RENAMED -> subject + "#name";
      case MEMBERS -> subject + "#members";
    };
  }
}
