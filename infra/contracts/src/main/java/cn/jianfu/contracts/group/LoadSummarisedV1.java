package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many live groups the people of a unit are in (人均工作群数), as a mergeable histogram.
 *
 * @param unit the unit, or the town for all persons of the town counted once
 * @param wholeTown true when {@code unit} is the town and everybody in it is counted once
 * @param persons persons by number of groups: {@code {"3": 17}} means 17 people in 3 groups each
 * @param exposure for each rule, the number of live subjects of this unit that it could judge
 * @param unjudged for each rule, the number of those that it could not judge, because what it needs
 *     to know was not sent; null in what was written before this was counted
 * @param exempt for each rule, how much of what it would find is exempted, of the day of the
 *     summary; null in what was written before this was counted
 */
public record LoadSummarisedV1(
    String unit,
    String town,
    boolean wholeTown,
    LocalDate asOf,
    Map<String, Integer> persons,
    Map<String, Integer> exposure,
    @Nullable Map<String, Integer> unjudged,
    @Nullable Map<String, Integer> exempt) {}
