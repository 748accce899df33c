package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.Map;

/**
 * The facts of a day, and the groups that they are about.
 *
 * @param groups live groups by id
 * @param ended groups that have ended, by id
 */
record ScanFacts(ScanInput input, Map<String, WorkGroup> groups, Map<String, WorkGroup> ended) {}
