package cn.jianfu.group.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody is to be forgotten.
 *
 * @param id in the directory; it is neither kept nor logged
 */
record ErasePerson(@NotBlank @Size(max = 128) @Pattern(regexp = "[^\\p{Cntrl}]*") String id) {

  @Override
  public String toString() {
    return "ErasePerson[]";
  }
}
