package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/** How many different people wrote in a group on a day. */
public record DayCount(LocalDate day, int activeSenders) {}
