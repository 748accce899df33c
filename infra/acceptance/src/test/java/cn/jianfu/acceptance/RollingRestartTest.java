package cn.jianfu.acceptance;

import cn.jianfu.allinone.Part;

/** The same version comes again, as when a machine is restarted. */
class RollingRestartTest extends Rolling {

  @Override
  ContainerPlatform started() {
    return ContainerPlatform.startBehindBalancers(Images.orSkip(), "rolling");
  }

  @Override
  void again(ContainerPlatform platform, Part part, Replica replica, boolean second) {
    replica.start();
  }
}
