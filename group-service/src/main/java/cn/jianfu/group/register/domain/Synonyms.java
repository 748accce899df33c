package cn.jianfu.group.register.domain;

import java.util.List;

/** The headings under which towns give a field, besides that of the template. */
final class Synonyms {

  private Synonyms() {}

  static List<String> of(RegisterField field) {
    return switch (field) {
      case NAME -> List.of("工作群名称", "群名", "群组名称", "工作群", "群聊名称", "微信群名称", "工作群组名称", "群全称", "Group");
      case UNIT ->
          List.of(
              "责任单位", "所属单位", "部门", "科室", "单位", "所属部门", "主管部门", "责任部门", "建群单位", "牵头单位", "牵头部门",
              "责任科室", "所属科室", "单位名称", "部门名称", "建群部门", "归口单位", "管理单位", "Unit");
      case OWNER ->
          List.of("群主姓名", "负责人", "管理员", "群负责人", "群管理员", "责任人", "群主负责人", "管理责任人", "群主管理员", "负责人姓名");
      case PLATFORM ->
          List.of("所属平台", "群平台", "使用平台", "平台类型", "应用平台", "建群平台", "载体", "所在平台", "群所属平台");
      case MEMBERS ->
          List.of(
              "人数", "群人数", "成员人数", "群成员数", "成员数量", "群成员人数", "群员数", "群成员数量", "现有人数", "总人数", "成员");
      case CREATED_ON ->
          List.of("创建时间", "成立日期", "建群日期", "创建日期", "成立时间", "建立时间", "建立日期", "组建时间", "设立时间");
      case PURPOSE ->
          List.of(
              "群用途", "主要用途", "工作内容", "主要工作内容", "建群目的", "群功能", "主要功能", "使用范围", "建群用途", "群主要用途",
              "用途说明");
      case KIND -> List.of("群性质", "固定临时", "固定或临时", "是否临时", "临时固定", "群组性质", "固定临时性质");
      case APPROVAL_NO -> List.of("审批文号", "批文号", "审批编号", "批准编号", "批复文号");
      case APPROVED_ON -> List.of("审批日期", "审批时间", "批准时间", "批复日期");
      case FILING_NO -> List.of("备案编号", "登记号", "登记编号", "备案登记号", "备案文号");
      case FILED_ON -> List.of("备案时间", "登记时间", "登记日期");
      case VALID_UNTIL ->
          List.of(
              "截止日期", "拟解散时间", "有效期至", "有效期限", "截止时间", "到期时间", "到期日期", "使用期限", "拟解散日期", "预计解散时间",
              "计划解散时间");
      case MATTER -> List.of("工作事项", "事项名称", "对应事项", "承担事项", "工作任务", "任务名称", "对应工作");
      case DECISION ->
          List.of(
              "拟处理意见",
              "处理意见",
              "处置方式",
              "清理意见",
              "整改意见",
              "拟处置意见",
              "自查意见",
              "处理方式",
              "清理结果",
              "研判意见",
              "保留解散合并",
              "处置决定",
              "Cleanup decision");
      case EXTERNAL_ID ->
          List.of("群id", "群编号", "群号码", "群组id", "qq群号", "群标识", "平台群号", "Platform id");
      case REMARK -> List.of("说明", "备注说明", "其他说明");
    };
  }
}
