package cn.jianfu.group.members.domain;

/** 群主, 管理员, 成员. */
public enum MemberRole {
  OWNER,
  ADMIN,
  MEMBER
}
