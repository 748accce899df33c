package cn.jianfu.contracts.supervision;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A year's working calendar: Monday to Friday, less holidays, plus make-up workdays (调休).
 *
 * @param from start of working hours, local
 * @param to end of working hours, local
 */
public record WorkCalendarV1(
    int year,
    List<LocalDate> holidays,
    List<LocalDate> makeUpWorkdays,
    LocalTime from,
    LocalTime to) {}
