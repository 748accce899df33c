package cn.jianfu.contracts.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was declined, so that its sender finds it again. What does not look like an id or a
 * type is left out.
 *
 * @param id its own, as the sender gave it; null for what was written with a request of its own
 * @param type its own; method and resource of such a request, {@code PUT groups/activity}
 * @param group the group that it was about, if that is one of the unit
 * @param at when it came
 */
public record DeclinedEventV1(
    @Nullable String id, @Nullable String type, @Nullable String group, Instant at) {}
