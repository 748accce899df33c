/** The life of a work group, told in sentences. */
package cn.jianfu.group.workgroup.domain;
