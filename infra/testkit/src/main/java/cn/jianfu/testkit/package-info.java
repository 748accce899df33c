/** What the tests of every module share: tokens, golden events, architecture rules, a platform. */
@NullMarked
package cn.jianfu.testkit;

import org.jspecify.annotations.NullMarked;
