package cn.jianfu.web.intake;

/** Makes an event of a frame, in the mode of the request. */
@FunctionalInterface
interface FrameReader {

  ReadEvent read(Frame.Whole frame);
}
