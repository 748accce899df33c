package cn.jianfu.web.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the API is there for whom.
 *
 * @param perSecond requests and pushed events that one client may send, in the long run
 * @param burst the same, at once
 * @param inFlight requests of all clients that are worked on at a time
 * @param streams streams of events (SSE) that are open at a time
 */
@ConfigurationProperties("jianfu.web.limits")
record LimitProperties(
    @DefaultValue("50000") long perSecond,
    @DefaultValue("100000") long burst,
    @DefaultValue("1000") int inFlight,
    @DefaultValue("2000") int streams) {}
