package cn.jianfu.report.fact;

import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.LoadFact;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.compliance.domain.SelfCheckFact;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.finding.domain.Detected;
import java.util.List;
import java.util.Map;

/**
 * What events have told of a town.
 *
 * @param groups those included of which only counters or members have told so far
 * @param mistaken what of findings was about what was declared or reported in error
 * @param goesOnAs the group that an entry of a register goes on as, by the entry
 */
public record TownRecord(
    List<GroupFact> groups,
    List<Detected> findings,
    List<LoadFact> loads,
    List<PushFact> pushes,
    List<SelfCheckFact> selfChecks,
    List<TypedFact> typed,
    List<Detected> mistaken,
    Map<String, String> goesOnAs) {}
