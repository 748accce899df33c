package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Deadlines;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day by which something is to be done, as it is stored; public because the codec reads it. */
public record DeadlineRecord(String duty, LocalDate dueOn, @Nullable LocalDate givenUpOn) {

  static List<DeadlineRecord> of(Deadlines deadlines) {
    return deadlines.all().stream()
        .map(it -> new DeadlineRecord(it.duty().name(), it.dueOn(), it.givenUpOn()))
        .toList();
  }

  static Deadlines deadlines(List<DeadlineRecord> stored) {
    return new Deadlines(
        stored.stream()
            .map(it ->
                new Deadlines.Deadline(
                    Deadlines.Duty.valueOf(it.duty()), it.dueOn(), it.givenUpOn()))
            .toList());
  }
}
