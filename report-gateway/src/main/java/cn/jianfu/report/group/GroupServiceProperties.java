package cn.jianfu.report.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where group-service is, and for how long it is asked.
 *
 * @param timeout of one attempt
 * @param attempts at most, of reads
 * @param concurrent questions at most; more are answered from own facts
 * @param openFor how long it is left alone after it has failed too often
 */
@ConfigurationProperties("jianfu.report.group-service")
record GroupServiceProperties(
    String url,
    @DefaultValue("1s") Duration timeout,
    @DefaultValue("2") int attempts,
    @DefaultValue("50") int concurrent,
    @DefaultValue("10s") Duration openFor) {}
