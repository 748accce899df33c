/** What is stored, by this version and by earlier ones, and what is put back from a backup. */
@org.jspecify.annotations.NullMarked
package cn.jianfu.acceptance.stored;
