/** Programs that ask for tokens: town systems and web consoles, with their secrets. */
@NullMarked
package cn.jianfu.identity.client;

import org.jspecify.annotations.NullMarked;
