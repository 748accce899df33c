package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at what a unit has to say, or says it.
 *
 * @param unit with the units below it
 * @param token with which group-service is asked; null when there is none
 * @param language in which it is asked to speak
 */
record UnitVisit(ConsoleUser user, String unit, @Nullable String token, Locale language) {}
