package cn.jianfu.contracts.supervision;

/** A year's calendar was set or corrected. */
public record WorkCalendarPublishedV1(WorkCalendarV1 calendar) {}
