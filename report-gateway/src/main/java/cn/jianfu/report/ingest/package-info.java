/** Whether what is sent arrives: by topic for the platform, by town for the people. */
@NullMarked
package cn.jianfu.report.ingest;

import org.jspecify.annotations.NullMarked;
