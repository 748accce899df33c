package cn.jianfu.web.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a push.
 *
 * @param maxEvents in one request
 * @param maxBody bytes of one request
 * @param maxEvent bytes of one event; a list of ten thousand people is one
 * @param chunk events that are handed over together
 */
@ConfigurationProperties("jianfu.web.intake")
record IntakeProperties(
    @DefaultValue("10000") int maxEvents,
    @DefaultValue("64MB") DataSize maxBody,
    @DefaultValue("2MB") DataSize maxEvent,
    @DefaultValue("500") int chunk) {}
