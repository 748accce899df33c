/** Keeps the district's reference data, lets an administrator change it, and publishes it. */
@NullMarked
package cn.jianfu.report.reference;

import org.jspecify.annotations.NullMarked;
