/** What the district has said of findings, as far as the service acts on findings by itself. */
@NullMarked
package cn.jianfu.group.judgement;

import org.jspecify.annotations.NullMarked;
