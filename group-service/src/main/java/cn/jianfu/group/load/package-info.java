/** In how many groups people are (人均工作群数), as totals by unit and town. */
@NullMarked
package cn.jianfu.group.load;

import org.jspecify.annotations.NullMarked;
