package cn.jianfu.group.register;

import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.FormerGroup;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes a person out of imports, so that neither they nor their undoing bring it back. */
public final class ImportsForgetting {

  private final ImportLog log;
  private final PersonRefs people;
  private final Reference reference;

  ImportsForgetting(ImportLog log, PersonRefs people, Reference reference) {
    this.log = log;
    this.people = people;
    this.reference = reference;
  }

  /**
   * How many imports have changed; one that has loses its marked file, too.
   *
   * @param nameRefs hashes of names that mean the person, by town
   */
  public Mono<Integer> forget(String personRef, Map<String, Set<String>> nameRefs) {
    return log.rewrite(record -> forgotten(record, personRef, nameRefs));
  }

  private ImportRecord forgotten(
      ImportRecord record, String personRef, Map<String, Set<String>> nameRefs) {
    Map<Integer, Set<String>> names = new HashMap<>();
    record.plan().forEach(row -> names.put(row.row(), names(row, nameRefs)));
    List<RowEffect> effects = record.effects();
    return record.planning(
        record.plan().stream()
            .map(row -> row.forgetting(personRef, names.getOrDefault(row.row(), Set.of())))
            .toList(),
        effects == null
            ? null
            : effects.stream()
                .map(it -> it.forgetting(personRef, names.getOrDefault(it.row(), Set.of())))
                .toList());
  }

  private Set<String> names(PlannedRow row, Map<String, Set<String>> nameRefs) {
    String unit = GroupId.parse(row.groupId()).unit();
    Set<String> known =
        reference
            .data()
            .townOf(unit)
            .map(town -> nameRefs.getOrDefault(town, Set.of()))
            .orElse(Set.of());
    Set<String> names = new HashSet<>();
    addIfKnown(row.declaration().ownerName(), known, names);
    FormerGroup former = row.former();
    WorkGroup before = former == null ? null : former.group();
    if (before != null) {
      addIfKnown(before.profile().facts().ownerName(), known, names);
    }
    return names;
  }

  private void addIfKnown(@Nullable String name, Set<String> known, Set<String> names) {
    if (name != null && known.contains(people.ofName(name))) {
      names.add(name);
    }
  }
}
