package cn.jianfu.report.compliance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often towns are computed.
 *
 * @param pause least time between two views of one town
 * @param historyPause least time between two histories of one town
 * @param poll how often the store is asked for towns that other instances touched
 * @param timeout after which a computation is given up and tried again
 * @param windowDays how many days of counters are kept at least; they go by whole months
 */
@ConfigurationProperties("jianfu.report.compliance")
record ComplianceProperties(
    @DefaultValue("400ms") Duration pause,
    @DefaultValue("10s") Duration historyPause,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("30s") Duration timeout,
    @DefaultValue("400") int windowDays) {}
