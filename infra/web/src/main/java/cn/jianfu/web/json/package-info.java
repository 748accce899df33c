/** How JSON of clients is read: strictly, within limits, and with nothing guessed. */
@NullMarked
package cn.jianfu.web.json;

import org.jspecify.annotations.NullMarked;
