/** The load: made-up events of made-up towns, and the ledger of what became of them. */
@NullMarked
package cn.jianfu.load.events;

import org.jspecify.annotations.NullMarked;
