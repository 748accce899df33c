/** A district to test with. */
package cn.jianfu.group.reference;
