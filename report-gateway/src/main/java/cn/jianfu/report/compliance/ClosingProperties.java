package cn.jianfu.report.compliance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When days are closed.
 *
 * @param after how long after the end of a day, so that what systems send in the night is in it
 * @param madeUp how many days are made up for at most after the platform was away
 * @param poll how often it is looked whether a day is to be closed
 */
@ConfigurationProperties("jianfu.report.closing")
record ClosingProperties(
    @DefaultValue("6h") Duration after,
    @DefaultValue("31") int madeUp,
    @DefaultValue("20s") Duration poll) {}
