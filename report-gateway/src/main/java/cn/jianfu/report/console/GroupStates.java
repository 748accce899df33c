package cn.jianfu.report.console;

/** How a group's state is drawn. */
final class GroupStates {

  private GroupStates() {}

  static String look(String state) {
    return switch (state) {
      case "ACTIVE", "FILED" -> "live-group";
      case "WARNED" -> "warned";
      case "DISSOLVING", "MERGING" -> "leaving";
      case "DISSOLVED", "MERGED", "ARCHIVED", "WITHDRAWN", "JOINED" -> "gone";
      default -> "suspected";
    };
  }
}
