package cn.jianfu.contracts.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the organisation (组织机构).
 *
 * @param orgCode 12-digit division code for towns and villages
 * @param level PROVINCE, CITY, DISTRICT, TOWN or COMMUNITY
 * @param kind PARTY_GOV 党政, DEPARTMENT 部门, VILLAGE or NEIGHBOURHOOD
 * @param path org codes from the root to this unit, both included
 * @param line 条线: the functional line, for example 党建
 */
public record OrgUnitV1(
    String orgCode,
    String name,
    String nameEn,
    String level,
    String kind,
    @Nullable String parent,
    List<String> path,
    @Nullable String line,
    LocalDate openedOn,
    @Nullable LocalDate closedOn) {}
