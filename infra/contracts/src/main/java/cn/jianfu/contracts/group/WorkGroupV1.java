package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published state of a work group (工作群), complete but for people: nobody is in it, not even as
 * a hash. Dates are local to the district's zone.
 *
 * @param groupId {@code unit/platform/externalId}, each part percent-encoded
 * @param unit org code of the unit that declared it
 * @param town org code of the town that the unit belongs to, or of the district
 * @param platform WECHAT, WECOM, QQ, DINGTALK, GOV_IM or OTHER
 * @param kind PERMANENT 固定, TEMPORARY 临时, STAGE 阶段 or EMERGENCY 应急; null when not stated
 * @param ownerUnit 主管单位: the accountable unit's org code
 * @param filingNo 备案号
 * @param approvalNo 批准文号 of the approval to set it up
 * @param approvedOn the day of that approval
 * @param memberCount 成员数, as its unit says; null when it says nothing, as of all groups before it
 *     was kept. Lists of members are events of their own
 * @param filedName the name that was filed; null of a group that is not filed, and of a filing that
 *     was made before names were kept
 * @param renamedOn since when the group has another name than {@code filedName}; when that is not
 *     known, when it was renamed first since; null when neither is so
 * @param state OBSERVED, DECLARED, FILED, ACTIVE, WARNED, DISSOLVING, DISSOLVED, MERGING, MERGED,
 *     ARCHIVED, WITHDRAWN (it was declared in error, and whatever it went through until then counts
 *     for nothing) or JOINED (it is the group under its platform's id, which has taken over its
 *     past)
 * @param confidence DECLARED, IMPORTED or API: how far the data can be trusted
 * @param missing names of the required fields that are not filled, sorted; {@code ownerRef} when it
 *     is not said who the owner (群主) is
 * @param transitions every state it entered, with the day, oldest first
 * @param decision the latest cleanup decision (处置决定) that stands; when none does, the latest that
 *     was withdrawn
 * @param joinedInto the group that it goes on as, when it is JOINED
 */
public record WorkGroupV1(
    String groupId,
    String unit,
    String town,
    String platform,
    String externalId,
    String name,
    @Nullable String kind,
    @Nullable String matterCode,
    @Nullable String matterTitle,
    @Nullable String purpose,
    @Nullable String ownerUnit,
    @Nullable String filingNo,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate taskCompletedOn,
    @Nullable String approvalNo,
    @Nullable LocalDate approvedOn,
    @Nullable Integer memberCount,
    @Nullable LocalDate declaredOn,
    @Nullable LocalDate filedOn,
    @Nullable String filedName,
    @Nullable LocalDate renamedOn,
    String state,
    String confidence,
    List<String> missing,
    List<TransitionV1> transitions,
    @Nullable DecisionV1 decision,
    @Nullable String joinedInto) {}
