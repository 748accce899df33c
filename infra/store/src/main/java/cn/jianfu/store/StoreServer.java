package cn.jianfu.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The socket: accepts connections and gives each a session. */
final class StoreServer implements AutoCloseable {
  private static final int LONG_WORKERS = 4;

  private final EventLoopGroup loops;
  private final ExecutorService longWork;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel listening;

  StoreServer(InetSocketAddress bind, MongoBackend backend, Durability durability) {
    longWork =
        Executors.newFixedThreadPool(
            LONG_WORKERS, Thread.ofPlatform().daemon().name("store-work-", 1).factory());
    loops =
        new MultiThreadIoEventLoopGroup(
            Thread.ofPlatform().daemon().name("store-net-", 1).factory(),
            NioIoHandler.newFactory());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(
                            new MongoWireReplyEncoder(),
                            new MessageEncoder(),
                            new MongoWireProtocolHandler(),
                            new StoreSession(backend, durability, longWork),
                            new MongoExceptionHandler());
                  }
                });
    try {
      listening = bootstrap.bind(bind).syncUninterruptibly().channel();
    } catch (Exception e) {
      stop();
      throw new IllegalStateException("cannot listen on " + bind + ": " + e.getMessage(), e);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    connections.close().syncUninterruptibly();
    stop();
  }

  private void stop() {
    longWork.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
