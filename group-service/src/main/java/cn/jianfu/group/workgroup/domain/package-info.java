/** The life of a work group (工作群), from the first sight of it to the archive. */
@NullMarked
package cn.jianfu.group.workgroup.domain;

import org.jspecify.annotations.NullMarked;
