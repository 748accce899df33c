package cn.jianfu.identity.user;

/** The logins of users, as far as they are kept. */
public interface Logins {

  /** After this nothing can be refreshed; tokens that are out lapse by themselves. */
  void endAllOf(String userId);
}
