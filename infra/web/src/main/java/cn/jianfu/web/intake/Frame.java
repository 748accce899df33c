package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;

/** A piece of the body between the brackets and commas that hold a batch together. */
sealed interface Frame {

  int index();

  /** What should be one event. */
  record Whole(int index, Slice body) implements Frame {}

  /** An event that was skipped because of its size. */
  record TooLarge(int index) implements Frame {}

  /** Nothing can be read from here on. */
  record Broken(int index, Problem why) implements Frame {}
}
