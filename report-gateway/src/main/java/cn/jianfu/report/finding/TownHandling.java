package cn.jianfu.report.finding;

import cn.jianfu.report.finding.domain.Handling;

/** A handling, and the town that the finding is about. */
record TownHandling(String town, Handling handling) {}
