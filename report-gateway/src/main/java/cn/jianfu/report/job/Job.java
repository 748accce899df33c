package cn.jianfu.report.job;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Something to be done every so often; doing it twice, or in two instances, changes nothing.
 *
 * @param pause from the end of one run to the begin of the next
 */
public record Job(String name, Duration pause, Supplier<Mono<?>> work) {}
