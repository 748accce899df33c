package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work group (工作群) of the sample, with the people in it by directory id.
 *
 * @param key short name inside the sample; the platform's group id where the town has an interface
 * @param unit org code
 * @param filed whether it has a filing number (备案号)
 * @param members directory ids, the owner first
 */
public record SampleGroup(
    String key,
    String unit,
    String name,
    String platform,
    String kind,
    String matterCode,
    String matterTitle,
    String purpose,
    boolean filed,
    LocalDate createdOn,
    @Nullable LocalDate validUntil,
    Rhythm rhythm,
    List<String> members) {

  /** Whether nobody uses it any more, or it has outlived its end. */
  boolean isOver(LocalDate today) {
    return rhythm.silent(0) || (validUntil != null && validUntil.isBefore(today));
  }

  public String owner() {
    return members.getFirst();
  }
}
