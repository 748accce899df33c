package cn.jianfu.contracts.group;

import java.time.LocalDate;

/**
 * The latest member snapshot (成员) of a group, as totals: member lists are not published.
 *
 * @param takenOn the day that the snapshot describes
 * @param members distinct persons in the group
 */
public record MembersCountedV1(
    String groupId, String unit, String town, LocalDate takenOn, int members) {}
