package cn.jianfu.group.register.domain;

/** Where a group lives. */
public enum Platform {
  WECHAT,
  WECOM,
  QQ,
  DINGTALK,
  GOV_IM,
  OTHER
}
