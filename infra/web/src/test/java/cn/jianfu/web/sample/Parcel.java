package cn.jianfu.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Parcel(
    @NotNull @Size(min = 1, max = 20) String name,
    @Min(1) @Max(100) int weight,
    @Nullable Kind kind,
    @Nullable LocalDate day,
    @Nullable Instant at,
    @Nullable Boolean fragile,
    @Nullable @Size(max = 3) List<@NotNull @Valid Item> items) {

  public enum Kind {
    SMALL,
    LARGE
  }

  public record Item(@NotNull @Size(max = 5) String label) {}
}
