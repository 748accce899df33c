package cn.jianfu.web.intake;

/** A part of a byte array, not copied. */
final class Slice {

  final byte[] bytes;
  final int offset;
  final int length;

  Slice(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  static Slice of(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length);
  }
}
