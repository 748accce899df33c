package cn.jianfu.group.register;

import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.register.ImportLog.Rewritten;
import cn.jianfu.group.workgroup.domain.GroupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes people out of imports, so that neither they nor their undoing bring them back. */
public final class ImportsForgetting {

  private final ImportLog log;
  private final UnderWay underWay;
  private final PersonRefs people;
  private final Reference reference;

  ImportsForgetting(ImportLog log, UnderWay underWay, PersonRefs people, Reference reference) {
    this.log = log;
    this.underWay = underWay;
    this.people = people;
    this.reference = reference;
  }

  /**
   * How many imports have changed; one that has loses its marked file, too.
   *
   * <p>What is carried out meanwhile may still hold the name. Therefore it is carried out to the
   * end here, as it was rewritten: whoever holds the name is then late with every row. What the
   * rows have led to by then is looked through again.
   *
   * @param nameRefs hashes of names that mean the person, by town
   */
  public Mono<Integer> forget(String personRef, Map<String, Set<String>> nameRefs) {
    Flux<Rewritten> once = log.rewrite(record -> forgotten(record, personRef, nameRefs));
    return Flux.concat(once, underWay.finish().thenMany(once))
        .filter(Rewritten::written)
        .map(Rewritten::id)
        .distinct()
        .count()
        .map(Math::toIntExact);
  }

  /** What time has taken out of imports. */
  public record ByTime(int imports, int sheets) {}

  /**
   * Takes everybody out of the imports that were asked for before then, and deletes their files;
   * not of one that is still carried out.
   */
  public Mono<ByTime> forgetOlder(Instant than, LocalDate today, int afterDays) {
    return log.rewriteOlder(
            than,
            record ->
                record.isUnderWay() || record.namesNobody()
                    ? record
                    : record.forgettingEverybody(today, afterDays))
        .map(rewritten ->
            new ByTime(rewritten.written() ? 1 : 0, Math.toIntExact(rewritten.sheets())))
        .concatWith(log.deleteStraySheets(than).map(sheets -> new ByTime(0, sheets)))
        .reduce((one, other) ->
            new ByTime(one.imports() + other.imports(), one.sheets() + other.sheets()));
  }

  private ImportRecord forgotten(
      ImportRecord record, String personRef, Map<String, Set<String>> nameRefs) {
    Map<Integer, Set<String>> names = names(record, nameRefs);
    List<RowEffect> effects = record.effects();
    return record.forgetting(
        record.plan().stream()
            .map(row -> row.forgetting(personRef, names.getOrDefault(row.row(), Set.of())))
            .toList(),
        effects == null
            ? null
            : effects.stream()
                .map(it -> it.forgetting(personRef, names.getOrDefault(it.row(), Set.of())))
                .toList());
  }

  /** The names that mean the person, by row. */
  private Map<Integer, Set<String>> names(ImportRecord record, Map<String, Set<String>> nameRefs) {
    Map<Integer, Set<String>> all = new HashMap<>();
    Map<Integer, Set<String>> left = new HashMap<>();
    if (record.effects() != null) {
      record.effects().forEach(it -> left.put(it.row(), it.ownerNames()));
    }
    for (PlannedRow row : record.plan()) {
      Set<String> known = known(GroupId.parse(row.groupId()).unit(), nameRefs);
      Set<String> names = new HashSet<>(row.ownerNames());
      names.addAll(left.getOrDefault(row.row(), Set.of()));
      all.put(
          row.row(),
          names.stream().filter(name -> people.isAmong(known, name)).collect(Collectors.toSet()));
    }
    return all;
  }

  private Set<String> known(String unit, Map<String, Set<String>> nameRefs) {
    return reference
        .data()
        .townOf(unit)
        .map(town -> nameRefs.getOrDefault(town, Set.of()))
        .orElse(Set.of());
  }
}
