/**
 * Errors as RFC 9457 problems: typed, in Chinese and English, with a pointer to every field that is
 * wrong.
 */
@NullMarked
package cn.jianfu.web.problem;

import org.jspecify.annotations.NullMarked;
