package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.workgroup.domain.GroupId;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which groups the last whole scan could not judge for want of data, one document for each town. It
 * is worked out anew by every scan, and nobody is told of it but who asks.
 */
final class UnjudgedGroups {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final int AT_ONCE = 100;

  /** Stands for each town of which every group could be judged. */
  private static final String ANY_OTHER = "";

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<OfTown> towns;

  UnjudgedGroups(MongoDatabase database) {
    this.towns = database.getCollection("unjudged", OfTown.class);
  }

  /**
   * Keeps what a scan came to in the place of what the scan before did.
   *
   * @param unknown by rule, the ids of groups that it could not judge
   * @param townOf the town of a unit
   */
  Mono<Void> keep(
      LocalDate day,
      Map<DetectionRule, Set<String>> unknown,
      Function<String, Optional<String>> townOf) {
    List<OfTown> now = byTown(day, unknown, townOf);
    List<OfTown> all =
        Stream.concat(now.stream(), Stream.of(new OfTown(ANY_OTHER, day, List.of()))).toList();
    List<String> ids = all.stream().map(OfTown::town).toList();
    return Flux.fromIterable(all)
        .map(it -> new ReplaceOneModel<>(Filters.eq("_id", it.town()), it, UPSERT))
        .buffer(AT_ONCE)
        .concatMap(some -> towns.bulkWrite(some, UNORDERED))
        .then(Mono.from(towns.deleteMany(Filters.nin("_id", ids))))
        .then();
  }

  // By group and not by rule: a group that nothing is told of is in ten of them.
  private static List<OfTown> byTown(
      LocalDate day,
      Map<DetectionRule, Set<String>> unknown,
      Function<String, Optional<String>> townOf) {
    Map<String, List<String>> rules = new TreeMap<>();
    unknown.forEach((rule, groups) ->
        groups.forEach(
            group -> rules.computeIfAbsent(group, _ -> new ArrayList<>()).add(rule.id())));
    Map<String, List<OfGroup>> groups = new TreeMap<>();
    rules.forEach((group, all) ->
        townOf
            .apply(GroupId.parse(group).unit())
            .ifPresent(town ->
                groups
                    .computeIfAbsent(town, _ -> new ArrayList<>())
                    .add(new OfGroup(group, String.join(" ", all)))));
    return groups.entrySet().stream()
        .map(town -> new OfTown(town.getKey(), day, town.getValue()))
        .toList();
  }

  /** Those of a town; empty when no scan has ended yet. */
  Mono<OfTown> of(String town) {
    return Mono.from(towns.find(Filters.eq("_id", town)))
        .switchIfEmpty(Mono.from(towns.find(Filters.eq("_id", ANY_OTHER))));
  }

  /** Those of all towns, one after the other; empty when no scan has ended yet. */
  Flux<OfTown> all() {
    return Flux.from(towns.find());
  }

  /**
   * What a town has; public because the codec reads it.
   *
   * @param day of the scan
   * @param groups in the order of their ids
   */
  public record OfTown(@BsonId String town, LocalDate day, List<OfGroup> groups) {

    List<String> of(String rule) {
      return groups.stream()
          .filter(it -> List.of(it.rules().split(" ")).contains(rule))
          .map(OfGroup::id)
          .toList();
    }
  }

  /**
   * A group that could not be judged.
   *
   * @param rules their ids, with a blank between two
   */
  public record OfGroup(String id, String rules) {}
}
