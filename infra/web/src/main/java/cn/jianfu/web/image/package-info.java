/** Makes what goes into an image small; runs while it is built, and never in a service. */
@NullMarked
package cn.jianfu.web.image;

import org.jspecify.annotations.NullMarked;
