package cn.jianfu.group.detection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.NaiveJoin.Group;
import cn.jianfu.group.detection.domain.NaiveJoin.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OverlapJoinProperties {

  @Property(tries = 600)
  void theJoinFindsExactlyWhatComparingEveryPairFinds(
      @ForAll("groups") List<Group> groups, @ForAll("limits") Limits limits) {
    Map<String, String> lines = NaiveJoin.lines(groups);

    List<GroupOverlap> joined =
        OverlapJoin.join(NaiveJoin.sets(groups), lines::get, limits.asRatios());

    assertThat(joined).isEqualTo(NaiveJoin.join(groups, limits));
  }

  @Property(tries = 200)
  void theJoinDoesNotDependOnTheOrderOfTheGroups(
      @ForAll("groups") List<Group> groups, @ForAll("limits") Limits limits, @ForAll long seed) {
    Map<String, String> lines = NaiveJoin.lines(groups);
    List<Group> shuffled = new ArrayList<>(groups);
    java.util.Collections.shuffle(shuffled, new Random(seed));

    assertThat(OverlapJoin.join(NaiveJoin.sets(shuffled), lines::get, limits.asRatios()))
        .isEqualTo(OverlapJoin.join(NaiveJoin.sets(groups), lines::get, limits.asRatios()));
  }

  @Property(tries = 300)
  void theKeptIndexAnswersAfterAnyChangesAsTheWholeJoinWould(
      @ForAll("groups") List<Group> before,
      @ForAll("groups") List<Group> after,
      @ForAll("limits") Limits limits) {
    OverlapIndex index = new OverlapIndex();
    before.forEach(group -> index.put(group.id(), group.line(), group.members()));
    before.forEach(group -> index.remove(group.id().endsWith("1") ? group.id() : "unknown"));
    after.forEach(group -> index.put(group.id(), group.line(), group.members()));
    before.stream()
        .map(Group::id)
        .filter(id -> after.stream().noneMatch(group -> group.id().equals(id)))
        .forEach(index::remove);
    List<GroupOverlap> all = NaiveJoin.join(after, limits);

    assertThat(index.size()).isEqualTo(after.size());
    for (Group group : after) {
      assertThat(index.overlapsOf(group.id(), limits.asRatios()))
          .isEqualTo(
              all.stream()
                  .filter(o -> o.first().equals(group.id()) || o.second().equals(group.id()))
                  .toList());
    }
  }

  @Property(tries = 300)
  void theLeastSharedCountIsTheFirstThatMakesAPairAnything(
      @ForAll("limits") Limits limits, @ForAll("size") int a, @ForAll("size") int b) {
    OverlapLimits ratios = limits.asRatios();
    for (boolean sameLine : new boolean[] {true, false}) {
      int least = ratios.leastShared(a, b, sameLine);
      for (int shared = 0; shared <= Math.min(a, b); shared++) {
        assertThat(ratios.kindOf(a, b, shared, sameLine) != null).isEqualTo(shared >= least);
      }
    }
  }

  @Provide
  Arbitrary<Integer> size() {
    return Arbitraries.integers().between(1, 60);
  }

  @Provide
  Arbitrary<Limits> limits() {
    Arbitrary<String> shares =
        Arbitraries.of("0.80", "0.8", "0.75", "0.5", "0.50", "0.90", "0.666666667", "0.3", "1");
    Arbitrary<String> sizes = Arbitraries.of("0", "0.5", "0.3", "1.0");
    return Combinators.combine(shares, shares, shares, sizes).as(Limits::new);
  }

  /** Few people and sizes from none to many, so that thresholds are often met exactly. */
  @Provide
  Arbitrary<List<Group>> groups() {
    Arbitrary<Set<String>> members =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, people(12, 10)),
            net.jqwik.api.Tuple.of(2, people(12, 3)),
            net.jqwik.api.Tuple.of(1, people(40, 30)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(everybody())));
    return Combinators.combine(members, Arbitraries.of("民政", "综治"))
        .as((people, line) -> new Group("", line, people))
        .list()
        .ofMaxSize(14)
        .map(OverlapJoinProperties::numbered);
  }

  private static Arbitrary<Set<String>> people(int of, int most) {
    return Arbitraries.integers().between(1, of).map(i -> "p" + i).set().ofMaxSize(most);
  }

  private static Set<String> everybody() {
    return IntStream.rangeClosed(1, 12).mapToObj(i -> "p" + i).collect(Collectors.toSet());
  }

  private static List<Group> numbered(List<Group> groups) {
    return IntStream.range(0, groups.size())
        .mapToObj(i -> new Group("g" + i, groups.get(i).line(), groups.get(i).members()))
        .toList();
  }
}
