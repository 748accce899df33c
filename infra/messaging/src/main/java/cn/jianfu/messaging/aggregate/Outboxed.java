package cn.jianfu.messaging.aggregate;

import java.util.List;

/** An aggregate's outbox as read under a lease. */
record Outboxed(String id, List<OutboxEntry> entries, Lease lease) {}
