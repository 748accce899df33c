package cn.jianfu.report.inbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is heard is handled.
 *
 * @param timeout after which the handling of a batch is given up and retried
 * @param patience how long what cannot be handled is retried before it becomes a dead letter
 */
@ConfigurationProperties("jianfu.report.inbound")
record InboundProperties(
    @DefaultValue("30s") Duration timeout, @DefaultValue("10m") Duration patience) {}
