package cn.jianfu.report.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the register.
 *
 * @param token with which group-service is asked; null when there is none
 * @param language in which it is asked to speak
 */
record RegisterVisit(ConsoleUser user, @Nullable String token, Locale language) {}
