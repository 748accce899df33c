package cn.jianfu.group.retention;

/** How many documents time has changed. */
record Changed(Kind of, int count) {

  /** What people are taken out of. */
  enum Kind {
    /** Lists of staff. */
    STAFF("staff"),
    /** Lists of members of groups that have ended. */
    MEMBERS("members"),
    /** Registers that were imported. */
    IMPORTS("imports"),
    /** Their files. */
    SHEETS("sheets");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
