/**
 * What report-gateway says: reference data that every service follows, and what the district
 * decided. Only report-gateway constructs these.
 */
@NullMarked
package cn.jianfu.contracts.supervision;

import org.jspecify.annotations.NullMarked;
