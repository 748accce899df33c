package cn.jianfu.web.intake;

import java.util.List;

/** Cuts a body that arrives in pieces into events. For one body, used by one thread at a time. */
interface Framer {

  /** The events that are complete with this piece. */
  List<Frame> feed(byte[] piece);

  /** What is left when the body has ended. */
  List<Frame> end();
}
