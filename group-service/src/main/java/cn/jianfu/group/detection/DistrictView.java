package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Exemption;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.UnitFacts;
import cn.jianfu.group.detection.domain.WorkingTime;
import cn.jianfu.group.reference.ReferenceData;
import java.util.List;
import java.util.Map;

/** The reference data of one moment, all of it in the words of the detection. */
record DistrictView(
    ReferenceData data,
    Map<String, UnitFacts> units,
    List<Exemption> exemptions,
    List<RuleSet> ruleSets,
    WorkingTime workingTime) {

  static DistrictView of(ReferenceData data) {
    return new DistrictView(
        data,
        // As they are kept by whoever takes them: a province has thousands.
        Map.copyOf(DistrictRules.units(data)),
        List.copyOf(DistrictRules.exemptions(data)),
        List.copyOf(DistrictRules.versions(data)),
        DistrictRules.workingTime(data));
  }
}
