package cn.jianfu.group.members.domain;

/**
 * The latest members of a group.
 *
 * @param groupId of the group, as text
 * @param town org code of the town, or of the district
 */
public record GroupMembers(String groupId, String unit, String town, MemberSnapshot snapshot) {}
