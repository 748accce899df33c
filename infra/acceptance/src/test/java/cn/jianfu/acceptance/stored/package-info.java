/** What earlier versions of the platform left behind, read by this one. */
@org.jspecify.annotations.NullMarked
package cn.jianfu.acceptance.upgrade;
