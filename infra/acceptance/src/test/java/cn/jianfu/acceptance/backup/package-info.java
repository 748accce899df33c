/** What was backed up is put back. */
@org.jspecify.annotations.NullMarked
package cn.jianfu.acceptance.backup;
