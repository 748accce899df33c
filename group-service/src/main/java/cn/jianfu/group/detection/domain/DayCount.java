package cn.jianfu.group.detection.domain;

import java.time.LocalDate;

/**
 * What was said in a group on a day, in numbers.
 *
 * @param activeSenders how many different people wrote
 * @param acksAndLikes messages that only acknowledge (收到), and likes
 */
public record DayCount(LocalDate day, int activeSenders, int messages, int acksAndLikes) {}
