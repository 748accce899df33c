package cn.jianfu.allinone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people and systems that a machine of its own starts with; passwords are this installation's.
 */
public final class SampleAccounts {

  /** A person who logs in to the console. */
  public record Login(String user, String secretName, String name, String role, String unit) {}

  /** A system that pushes. */
  public record TownSystem(
      String client, String secretName, String name, String role, String unit) {}

  private static final String DISTRICT = "350213000000";

  public static final List<Login> LOGINS =
      List.of(
          new Login("supervisor", "SUPERVISOR_PASSWORD", "区督查员", "district-supervisor", DISTRICT),
          new Login("discipline", "DISCIPLINE_PASSWORD", "区纪委监督员", "discipline", DISTRICT),
          new Login("admin", "ADMIN_PASSWORD", "区减负办管理员", "district-admin", DISTRICT),
          new Login("xindian", "XINDIAN_PASSWORD", "新店镇党政办", "town-office", "350213101000"),
          new Login("tongzi", "TONGZI_PASSWORD", "马巷镇桐梓村", "community", "350213102203"));

  public static final TownSystem SETUP =
      new TownSystem("district-setup", "SETUP_SECRET", "区级初始化", "district-admin", DISTRICT);

  public static final List<TownSystem> TOWNS =
      List.of(
          new TownSystem("dadeng-oa", "DADENG_SECRET", "大嶝街道办公系统", "town-system", "350213001000"),
          new TownSystem("xindian-oa", "XINDIAN_SECRET", "新店镇办公系统", "town-system", "350213101000"),
          new TownSystem("maxiang-oa", "MAXIANG_SECRET", "马巷镇办公系统", "town-system", "350213102000"),
          new TownSystem("xinxu-oa", "XINXU_SECRET", "新圩镇办公系统", "town-system", "350213103000"),
          new TownSystem("neicuo-oa", "NEICUO_SECRET", "内厝镇办公系统", "town-system", "350213104000"),
          new TownSystem(
              "damaoshan-oa", "DAMAOSHAN_SECRET", "大帽山农场办公系统", "town-system", "350213400000"));

  private SampleAccounts() {}

  /** The system of a town. */
  public static TownSystem townSystem(String town) {
    return TOWNS.stream().filter(system -> system.unit().equals(town)).findFirst().orElseThrow();
  }

  /** As properties of identity. */
  static Map<String, Object> properties(Secrets secrets, String console) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < LOGINS.size(); i++) {
      Login login = LOGINS.get(i);
      String user = "jianfu.identity.users[" + i + "].";
      all.put(user + "id", login.user());
      all.put(user + "password", secrets.get(login.secretName()));
      all.put(user + "name", login.name());
      all.put(user + "roles[0]", login.role());
      all.put(user + "unit", login.unit());
    }
    client(all, 0, SETUP, secrets);
    for (int i = 0; i < TOWNS.size(); i++) {
      client(all, i + 1, TOWNS.get(i), secrets);
    }
    String web = "jianfu.identity.clients[" + (TOWNS.size() + 1) + "].";
    all.put(web + "id", "jianfu-console");
    all.put(web + "secret", secrets.get("CONSOLE_SECRET"));
    all.put(web + "name", "减负监督");
    all.put(web + "redirectUris[0]", console + "/login/oauth2/code/jianfu");
    all.put(web + "postLogoutRedirectUris[0]", console + "/logged-out");
    return all;
  }

  private static void client(
      Map<String, Object> all, int index, TownSystem system, Secrets secrets) {
    String client = "jianfu.identity.clients[" + index + "].";
    all.put(client + "id", system.client());
    all.put(client + "secret", secrets.get(system.secretName()));
    all.put(client + "name", system.name());
    all.put(client + "roles[0]", system.role());
    all.put(client + "unit", system.unit());
  }
}
