package cn.jianfu.group.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That people were taken out of an import.
 *
 * @param times how often the import was written anew for it
 * @param allOn the day on which time took all of them; null until then
 * @param afterDays how long the import had been kept by then
 */
record ForgottenPeople(int times, @Nullable LocalDate allOn, @Nullable Integer afterDays) {

  private static final ForgottenPeople NOBODY = new ForgottenPeople(0, null, null);

  static ForgottenPeople oneMore(@Nullable ForgottenPeople before) {
    ForgottenPeople known = before == null ? NOBODY : before;
    return new ForgottenPeople(known.times + 1, known.allOn, known.afterDays);
  }

  ForgottenPeople all(LocalDate on, int days) {
    return new ForgottenPeople(times, on, days);
  }
}
