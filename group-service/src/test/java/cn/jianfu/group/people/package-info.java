/** Tests of this feature. */
package cn.jianfu.group.people;
