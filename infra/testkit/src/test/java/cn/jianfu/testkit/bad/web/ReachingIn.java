package cn.jianfu.testkit.bad.web;

import cn.jianfu.vote.inside.Inside;

record ReachingIn(Inside inside) {}
