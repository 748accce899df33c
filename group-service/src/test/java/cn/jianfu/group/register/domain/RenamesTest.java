package cn.jianfu.group.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.register.domain.Renames.Listed;
import cn.jianfu.group.register.domain.Renames.Suspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenamesTest {

  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
  private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);
  private static final Listed OLD = listed("防汛群", "张三", SPRING, null);

  private static Listed listed(
      String name, String owner, LocalDate createdOn, @Nullable String externalId) {
    return new Listed(ImportKey.of("u", name), "u", name, owner, createdOn, externalId);
  }

  @Test
  void aNewNameWithOwnerAndDayOfAGoneGroupIsSuspected() {
    Listed renamed = listed("三防群", "张三", SPRING, null);

    assertThat(Renames.among(List.of(OLD), List.of(renamed)))
        .containsExactly(new Suspected(renamed, List.of(OLD)));
  }

  @Test
  void aNewNextToTheOldIsNoRename() {
    assertThat(Renames.among(List.of(OLD), List.of(OLD, listed("三防群", "张三", SPRING, null))))
        .isEmpty();
  }

  @Test
  void ownerAloneSaysNothingButThePlatformsIdDoes() {
    assertThat(Renames.among(List.of(OLD), List.of(listed("三防群", "张三", SUMMER, null)))).isEmpty();
    assertThat(
            Renames.among(
                List.of(listed("防汛群", "张三", SPRING, "77")),
                List.of(listed("三防群", "李四", SUMMER, "77"))))
        .hasSize(1);
  }
}
