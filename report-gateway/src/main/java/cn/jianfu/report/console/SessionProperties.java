package cn.jianfu.report.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts.
 *
 * @param idle without a request
 * @param absolute in all, however busy
 * @param login for a login that was begun and not finished
 * @param sweep between two removals of expired sessions
 */
@ConfigurationProperties("jianfu.console.session")
record SessionProperties(
    @DefaultValue("30m") Duration idle,
    @DefaultValue("12h") Duration absolute,
    @DefaultValue("10m") Duration login,
    @DefaultValue("5m") Duration sweep,
    @DefaultValue("JIANFU_CONSOLE") String cookie,
    @DefaultValue("false") boolean secureCookie) {}
