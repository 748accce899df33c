package cn.jianfu.group.workgroup.domain;

/** Where a group lives. */
public enum Platform {
  WECHAT,
  WECOM,
  QQ,
  DINGTALK,
  GOV_IM,
  OTHER
}
