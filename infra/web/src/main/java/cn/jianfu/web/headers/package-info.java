/** What makes a request safe to repeat: its version, its key and the hash of its body. */
@NullMarked
package cn.jianfu.web.headers;

import org.jspecify.annotations.NullMarked;
