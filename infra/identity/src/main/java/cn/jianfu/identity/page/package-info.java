/** The pages that people see: log in, change the password, errors. */
@NullMarked
package cn.jianfu.identity.page;

import org.jspecify.annotations.NullMarked;
