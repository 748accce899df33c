package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In how many live groups a person is.
 *
 * @param person a keyed hash, never a name
 * @param unit the person's unit, which is accountable for the load
 * @param lastListedOn the day of the latest list that has the person
 */
public record PersonLoad(
    String person, String unit, String town, int groups, LocalDate lastListedOn) {

  /** A unit and the town that it belongs to. */
  public record Home(String unit, String town) {}

  /**
   * The load of everybody who is in a live group.
   *
   * @param listedOn the day of a group's list
   * @param homeOf where a person belongs; null leaves the person out
   */
  public static List<PersonLoad> of(
      MemberSets members,
      Predicate<String> isLive,
      Function<String, LocalDate> listedOn,
      Function<String, @Nullable Home> homeOf) {
    int[] groups = new int[members.people()];
    LocalDate[] lastListedOn = new LocalDate[members.people()];
    for (int i = 0; i < members.size(); i++) {
      if (isLive.test(members.group(i))) {
        LocalDate on = listedOn.apply(members.group(i));
        for (int person : members.members(i)) {
          groups[person]++;
          LocalDate last = lastListedOn[person];
          lastListedOn[person] = last == null || last.isBefore(on) ? on : last;
        }
      }
    }
    List<PersonLoad> loads = new ArrayList<>();
    for (int person = 0; person < groups.length; person++) {
      String ref = members.person(person);
      Home home = groups[person] == 0 ? null : homeOf.apply(ref);
      if (home != null) {
        loads.add(
            new PersonLoad(ref, home.unit(), home.town(), groups[person], lastListedOn[person]));
      }
    }
    return loads;
  }
}
