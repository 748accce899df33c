package cn.jianfu.messaging.aggregate;

/** The words of the stored document, each written once. */
final class Fields {

  static final String ID = "_id";
  static final String VERSION = "version";
  static final String LAST_SEQ = "lastSeq";
  static final String STATE = "state";
  static final String SEEN = "seen";
  static final String SOURCES = "sources";
  static final String OUTBOX = "outbox";
  static final String LEASE = "lease";
  static final String OUTBOX_AT = "outbox.at";
  static final String OUTBOX_FIRST = "outbox.0";
  static final String LEASE_BY = "lease.by";
  static final String LEASE_UNTIL = "lease.until";

  private Fields() {}
}
