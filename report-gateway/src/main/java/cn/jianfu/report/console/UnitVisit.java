package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a self-check.
 *
 * @param unit whose self-check it is, with the units below it
 * @param token with which group-service is asked; null when there is none
 * @param language in which it is asked to speak
 */
record SelfCheckVisit(ConsoleUser user, String unit, @Nullable String token, Locale language) {}
