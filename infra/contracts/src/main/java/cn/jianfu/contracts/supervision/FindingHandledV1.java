package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person judged a finding.
 *
 * @param handling CONFIRMED 属实 or DISMISSED 不属实; null when a judgement was taken back
 * @param standsWithin until the evidence is worse than this, a dismissal stands; null where nothing
 *     is dismissed, and in what was published before this was told
 */
public record FindingHandledV1(
    String findingId,
    @Nullable String handling,
    String reason,
    ActorV1 actor,
    Instant at,
    @Nullable FindingBoundsV1 standsWithin) {}
