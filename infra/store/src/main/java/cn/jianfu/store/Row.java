package cn.jianfu.store;

import org.jspecify.annotations.Nullable;

/** One stored document: its place in insertion order and its present bytes, null once removed. */
final class Row {
  final long position;
  volatile byte @Nullable [] content;

  Row(long position, byte[] content) {
    this.position = position;
    this.content = content;
  }
}
