package cn.jianfu.report.compliance;

import cn.jianfu.report.finding.domain.Detected;
import java.util.List;

/**
 * A town on a day with what its numbers are about, all of one moment.
 *
 * @param groups those that were known on that day
 * @param open the findings that held on that day, as they were detected
 */
public record TownSheet(TownPage town, List<GroupLine> groups, List<Detected> open) {}
