package cn.jianfu.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Every package by itself, the root too. */
final class EachPackage implements SliceAssignment {

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass it) {
    return SliceIdentifier.of(it.getPackageName());
  }

  @Override
  public String getDescription() {
    return "packages";
  }
}
