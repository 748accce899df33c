package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The people of a sample town, by directory id, and how sample groups are filled from them. */
record Staff(String town, int size) {

  /** One of so many has left. */
  private static final int LEAVERS = 180;

  private static final String SURNAMES = "陈林黄张李王吴蔡刘杨许郑谢郭洪曾邱周叶廖";

  private static final List<String> GIVEN =
      List.of(
          "建国", "志强", "秀英", "海燕", "文辉", "丽华", "明德", "晓东", "雅婷", "伟民", "玉兰", "振华", "佳颖", "国平", "美玲",
          "永福", "燕青", "家豪", "淑芬", "俊杰");

  /** Directory ids such as {@code xd0042}; the platform never stores them as they are. */
  String person(int number) {
    return "p" + town.substring(6, 9) + "-%04d".formatted(number);
  }

  /** What a register calls a person; made up, the same for the same id. */
  static String nameOf(String person) {
    Random lot = new Random(person.hashCode() * 31L);
    return SURNAMES.charAt(lot.nextInt(SURNAMES.length())) + GIVEN.get(lot.nextInt(GIVEN.size()));
  }

  /** The town's directory as of a day: nearly everybody is there, and a few left weeks before. */
  Map<String, Object> directory(LocalDate day) {
    List<Map<String, Object>> people = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      String id = person(i);
      people.add(
          i % LEAVERS == LEAVERS / 2
              ? Map.of("id", id, "name", nameOf(id), "leftOn", day.minusDays(40).toString())
              : Map.of("id", id, "name", nameOf(id)));
    }
    return Map.of("people", people);
  }

  List<String> everybody() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      all.add(person(i));
    }
    return all;
  }

  /** So many people by lot. */
  List<String> some(int count, Random lot) {
    List<String> all = everybody();
    Collections.shuffle(all, lot);
    return List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  /** Nearly the same people as in another group: about 0.9 in common, and one or two others. */
  List<String> nearlyLike(List<String> other, Random lot) {
    int leaving = Math.max(1, other.size() / 20);
    Set<String> members = new LinkedHashSet<>(other.subList(leaving, other.size()));
    for (String person : some(size, lot)) {
      if (members.size() >= other.size()) {
        break;
      }
      if (!other.contains(person)) {
        members.add(person);
      }
    }
    return List.copyOf(members);
  }

  /** Some people of another group and nobody else. */
  List<String> within(List<String> other) {
    return List.copyOf(other.subList(1, Math.max(2, other.size() * 2 / 3)));
  }
}
