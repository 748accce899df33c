/** Constraints for the fields of requests, each with a stable code. */
@NullMarked
package cn.jianfu.web.validation;

import org.jspecify.annotations.NullMarked;
