package cn.jianfu.report.compliance;

import java.time.Instant;

/** A town's view was written anew. */
public record TownAnnouncement(String town, long version, Instant at) {}
