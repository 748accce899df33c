package cn.jianfu.group.register.domain;

/** What a register says of a group. */
public enum RegisterField {
  NAME("群名称", "Group name"),
  UNIT("主管单位", "Responsible unit"),
  OWNER("群主", "Owner"),
  PLATFORM("平台", "Platform"),
  MEMBERS("成员数", "Members"),
  CREATED_ON("建群时间", "Created on"),
  PURPOSE("用途", "Purpose"),
  KIND("性质", "Kind"),
  FILING_NO("备案号", "Filing number"),
  FILED_ON("备案日期", "Filed on"),
  APPROVAL_NO("批准文号", "Approval number"),
  APPROVED_ON("批准日期", "Approved on"),
  VALID_UNTIL("有效期", "Valid until"),
  MATTER("事项", "Matter"),
  DECISION("处置意见", "Decision"),
  EXTERNAL_ID("群号", "Group number"),
  REMARK("备注", "Remark");

  private final String heading;
  private final String headingEn;

  RegisterField(String heading, String headingEn) {
    this.heading = heading;
    this.headingEn = headingEn;
  }

  /** Whether it is kept what a register says of it; else it is only read and checked. */
  boolean isKept() {
    return this != REMARK;
  }

  /** The heading of the template. */
  public String heading() {
    return heading;
  }

  public String headingEn() {
    return headingEn;
  }
}
