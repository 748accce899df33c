/** What units state about classified information in their groups (涉密不上网), and what was found. */
@NullMarked
package cn.jianfu.group.secrecy;

import org.jspecify.annotations.NullMarked;
