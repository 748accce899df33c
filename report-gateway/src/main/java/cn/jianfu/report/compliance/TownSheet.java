package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.CorrectedFindings;
import cn.jianfu.report.compliance.domain.Withdrawals;
import cn.jianfu.report.finding.domain.Detected;
import java.util.List;

/**
 * A town on a day with what its numbers are about, all of one moment.
 *
 * @param groups those that were known on that day
 * @param open the findings that held on that day, as they were detected
 * @param withdrawals what was declared in error, which is not among the groups
 * @param corrected what was counted in error, which is not among the findings
 */
public record TownSheet(
    TownPage town,
    List<GroupLine> groups,
    List<Detected> open,
    Withdrawals withdrawals,
    CorrectedFindings corrected) {}
