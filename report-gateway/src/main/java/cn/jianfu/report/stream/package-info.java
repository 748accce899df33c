/** Tells whoever listens which towns' views were written, by whichever instance. */
@NullMarked
package cn.jianfu.report.stream;

import org.jspecify.annotations.NullMarked;
