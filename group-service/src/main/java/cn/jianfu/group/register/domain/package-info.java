/**
 * Understands a register 台账 of work groups as towns keep it in a spreadsheet, and asks where it
 * does not.
 */
@NullMarked
package cn.jianfu.group.register.domain;

import org.jspecify.annotations.NullMarked;
