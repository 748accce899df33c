package cn.jianfu.group.people;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long people are known when nobody asks for anything (保存期限).
 *
 * @param staff those who have left, after they did
 * @param members those of a group, after it has ended; no less than the rules look back
 * @param imports those whom an imported register names, and the sheet itself, after the import
 */
@ConfigurationProperties("jianfu.retention")
public record RetentionProperties(
    @DefaultValue("2y") Period staff,
    @DefaultValue("180d") Period members,
    @DefaultValue("180d") Period imports) {

  /** A unit has half a year to notice that somebody who has left is in its groups still. */
  private static final int SHORTEST_OF_STAFF = 180;

  /** A month is what a dissolution, and a register that was the wrong one, are taken back in. */
  private static final int SHORTEST = 30;

  private static final int LONGEST_IN_YEARS = 30;
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  public RetentionProperties {
    check("staff", staff, SHORTEST_OF_STAFF);
    check("members", members, SHORTEST);
    check("imports", imports, SHORTEST);
  }

  public static int days(Period period) {
    return (int) ChronoUnit.DAYS.between(ANY_DAY, ANY_DAY.plus(period));
  }

  private static void check(String name, Period period, int shortest) {
    boolean isTooLong = period.toTotalMonths() > LONGEST_IN_YEARS * 12L;
    if (isTooLong || days(period) < shortest || days(period) > LONGEST_IN_YEARS * 366) {
      throw new IllegalArgumentException(
          "jianfu.retention."
              + name
              + " is to be between "
              + shortest
              + " days and "
              + LONGEST_IN_YEARS
              + " years");
    }
  }
}
