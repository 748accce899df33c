package cn.jianfu.group.clock;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The district's time.
 *
 * @param zone in which a day begins and ends
 * @param adjustable whether an administrator may set the clock; for rehearsals and tests only
 */
@ConfigurationProperties("jianfu.clock")
record ClockProperties(
    @DefaultValue("Asia/Shanghai") ZoneId zone, @DefaultValue("false") boolean adjustable) {}
