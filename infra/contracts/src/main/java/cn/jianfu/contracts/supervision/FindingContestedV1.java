package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import java.time.Instant;

/**
 * A unit contests a finding (申诉); the judgement that follows is the answer.
 *
 * @param unit org code of the unit that is accountable for the finding
 */
public record FindingContestedV1(
    String findingId, String unit, String town, String reason, ActorV1 actor, Instant at) {}
