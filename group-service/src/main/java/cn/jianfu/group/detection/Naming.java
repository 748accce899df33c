package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person calls the subject of a finding, and how far its data can be trusted. */
final class Naming {

  private static final int NAMES = 3;

  private final ScanFacts known;
  private final ReferenceData district;

  Naming(ScanFacts known, ReferenceData district) {
    this.known = known;
    this.district = district;
  }

  /**
   * The names of the town's own groups; for a person's load the unit, because people are nameless.
   */
  String title(Detected found) {
    String names =
        found.groups().stream()
            .map(this::group)
            .filter(Objects::nonNull)
            .filter(group -> group.profile().town().equals(found.town()))
            .map(group -> group.profile().facts().name())
            .limit(NAMES)
            .collect(Collectors.joining(" / "));
    return names.isEmpty()
        ? district.unit(found.unit()).map(unit -> unit.name()).orElse(found.unit())
        : names;
  }

  private @Nullable WorkGroup group(String id) {
    WorkGroup live = known.groups().get(id);
    return live == null ? known.ended().get(id) : live;
  }

  String confidence(Detected found) {
    return found.groups().stream()
        .map(this::group)
        .filter(Objects::nonNull)
        .map(group -> group.profile().facts().confidence())
        .min(Confidence::compareTo)
        .orElse(Confidence.API)
        .name();
  }
}
