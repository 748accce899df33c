package cn.jianfu.acceptance;

import cn.jianfu.allinone.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What can happen to a container. */
record Fault(Kind kind, Part part) {

  enum Kind {
    /** SIGKILL, then started again. */
    KILLED,
    /** Stands still for seconds with all connections open. */
    PAUSED,
    /** Stopped in order, gone for a while, started again. */
    STOPPED,
    /** Reaches everything but the broker. */
    CUT_FROM_BROKER,
    /** The broker stands still until no more may wait for it. */
    OUTBOX_FILLED,
    /** All parts are killed in any order, and started in any order after this one. */
    ALL_RESTARTED
  }

  /** Everything that can happen, in an order that the randomness decides. */
  static List<Fault> allShuffled(Random random) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(each(1, Kind.KILLED, Part.values()));
    faults.addAll(each(1, Kind.KILLED, Part.STORE, Part.BROKER));
    faults.addAll(each(2, Kind.PAUSED, Part.values()));
    faults.addAll(each(1, Kind.STOPPED, Part.values()));
    faults.addAll(each(1, Kind.STOPPED, Part.STORE, Part.BROKER));
    faults.addAll(each(3, Kind.CUT_FROM_BROKER, Part.GROUP_SERVICE, Part.REPORT_GATEWAY));
    faults.addAll(each(1, Kind.OUTBOX_FILLED, Part.BROKER));
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    Collections.shuffle(parts, random);
    faults.addAll(each(1, Kind.ALL_RESTARTED, parts.getFirst()));
    Collections.shuffle(faults, random);
    return faults;
  }

  private static List<Fault> each(int times, Kind kind, Part... parts) {
    List<Fault> faults = new ArrayList<>();
    for (Part part : parts) {
      faults.addAll(Collections.nCopies(times, new Fault(kind, part)));
    }
    return faults;
  }

  @Override
  public String toString() {
    return kind + " " + part;
  }
}
