/** Answers to requests that went wrong, as problem+json in Chinese and English. */
@NullMarked
package cn.jianfu.identity.problem;

import org.jspecify.annotations.NullMarked;
