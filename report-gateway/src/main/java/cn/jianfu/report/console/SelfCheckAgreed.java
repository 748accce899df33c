package cn.jianfu.report.console;

import java.util.List;

/**
 * What became of an agreement to everything that was open.
 *
 * @param page as it stands after it
 * @param changed whether it was not what the reader had seen any more, so that nothing was said
 * @param agreed how many items are answered by it
 * @param failed units whose answers were not taken
 */
record SelfCheckAgreed(
    SelfCheckPage page, boolean changed, long agreed, List<SelfCheckPage.Missing> failed) {}
