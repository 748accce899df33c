/** Tests of what is known of what arrives. */
@NullMarked
package cn.jianfu.report.ingest;

import org.jspecify.annotations.NullMarked;
