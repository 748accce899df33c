package cn.jianfu.report.compliance;

/** Hears of every view that this instance writes. */
@FunctionalInterface
public interface TownAnnouncements {

  void written(TownAnnouncement announcement);
}
