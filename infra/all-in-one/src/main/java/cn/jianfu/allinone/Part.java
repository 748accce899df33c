package cn.jianfu.allinone;

/** The parts of a platform, in the order in which they start; they stop the other way round. */
public enum Part {
  STORE,
  BROKER,
  IDENTITY,
  GROUP_SERVICE,
  REPORT_GATEWAY
}
