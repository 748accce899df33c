package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What units have said about classified information in their groups, up to the day of the scan.
 *
 * @param statedOn the latest statement by unit; units that said nothing are absent
 * @param incidents those that are not put right
 * @param withdrawn subjects of those that were reported in error
 */
public record SecrecyBook(
    Map<String, LocalDate> statedOn, List<OpenIncident> incidents, Set<String> withdrawn) {

  /** Nobody has said anything. */
  public static final SecrecyBook SILENT = new SecrecyBook(Map.of(), List.of(), Set.of());

  public SecrecyBook {
    statedOn = Map.copyOf(statedOn);
    incidents = List.copyOf(incidents);
    withdrawn = Set.copyOf(withdrawn);
  }

  /** The subject of what is found about an incident. */
  public static String subjectOf(String unit, String incident) {
    return unit + "|incident:" + incident;
  }

  /** The latest statement that holds for a unit, its own or its town's. */
  @Nullable LocalDate statedFor(String unit, String town) {
    return Stream.of(unit, town)
        .map(statedOn::get)
        .filter(on -> on != null)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Something classified that was found and is not put right. */
  public record OpenIncident(
      String unit, String town, String id, @Nullable String group, LocalDate foundOn) {}
}
