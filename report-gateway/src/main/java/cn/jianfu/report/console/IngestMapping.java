package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.compliance.TownSummary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Makes a town's line of the intake page from its groups. */
final class IngestMapping {

  private IngestMapping() {}

  static IngestPage.Source of(TownSummary town, List<GroupLine> groups, LocalDate today) {
    var last =
        groups.stream()
            .map(GroupLine::lastReportedOn)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return new IngestPage.Source(
        town.code(),
        new Words(town.name(), town.nameEn()),
        last,
        last == null ? null : ChronoUnit.DAYS.between(last, today),
        OverviewMapping.number(town.row().coverage()),
        groups.stream().filter(group -> group.state().registered()).count());
  }
}
