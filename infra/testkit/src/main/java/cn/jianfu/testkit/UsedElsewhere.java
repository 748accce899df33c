package cn.jianfu.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a class of another package uses it. */
final class UsedElsewhere extends ArchCondition<JavaClass> {

  UsedElsewhere() {
    super("be used by another package");
  }

  @Override
  public void check(JavaClass it, ConditionEvents events) {
    var used =
        it.getDirectDependenciesToSelf().stream()
            .anyMatch(by -> !by.getOriginClass().getPackageName().equals(it.getPackageName()));
    events.add(
        new SimpleConditionEvent(it, used, it.getName() + " is used by its own package only"));
  }
}
