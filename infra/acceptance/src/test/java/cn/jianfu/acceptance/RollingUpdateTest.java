package cn.jianfu.acceptance;

import cn.jianfu.allinone.Part;
import org.jspecify.annotations.Nullable;

/**
 * One version after the other, as the upgrade notes have it: the topics' rules first, then one
 * instance of each pair, so that both versions run beside each other for a while. Needs images of
 * an earlier version, {@code -Djianfu.image.before}.
 */
class RollingUpdateTest extends Rolling {

  private @Nullable ContainerRecipes next;

  @Override
  ContainerPlatform started() {
    return ContainerPlatform.startBehindBalancers(Images.orSkip().beforeOrSkip(), "update");
  }

  @Override
  void again(ContainerPlatform platform, Part part, Replica replica, boolean second) {
    if (next == null) {
      next = platform.updatedTo(Images.orSkip());
    }
    replica.become(next.inPlaceOf(replica, part, second));
  }
}
