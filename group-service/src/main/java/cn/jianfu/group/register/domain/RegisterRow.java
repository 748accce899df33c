package cn.jianfu.group.register.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A group as a register lists it; what the register leaves open is null.
 *
 * @param row number of the row in the sheet
 * @param unit as written; null when the register has no column for it
 * @param owner a name as written, to be looked up in the staff directory and never hashed
 */
public record RegisterRow(
    int row,
    String name,
    @Nullable String unit,
    @Nullable String owner,
    @Nullable Platform platform,
    @Nullable Integer members,
    @Nullable LocalDate createdOn,
    @Nullable String purpose,
    @Nullable Kind kind,
    @Nullable String filingNo,
    @Nullable LocalDate filedOn,
    @Nullable String approvalNo,
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate validUntil,
    @Nullable String matter,
    @Nullable Decision decision,
    @Nullable String externalId,
    @Nullable String remark) {}
