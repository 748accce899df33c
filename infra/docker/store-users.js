// Makes the store's users what infra/docker/secrets says, at every start: root where there is none yet, and each service's
// own, who reaches the database of its name only. What is so already stays so; a start that was cut short is completed by
// the next. Run by mongosh beside the server (its loopback address), which lets the first user be made and nothing else.
const fs = require("fs");
const read = (file) => fs.readFileSync("/run/secrets/" + file, "utf8").trim();

const root = read("mongodb-root");
const admin = db.getSiblingDB("admin");

const knocked = () => {
  try {
    admin.auth("root", root);
    return true;
  } catch (refused) {
    // 18: no such user, or another password. Anything else is not about logins.
    if (refused.code !== 18) {
      throw refused;
    }
    return false;
  }
};

if (!knocked()) {
  try {
    admin.createUser({ user: "root", pwd: root, roles: [{ role: "root", db: "admin" }] });
  } catch (refused) {
    throw new Error(
      "The store has a root user whose password is not that of secrets/mongodb-root: the volume and the secrets are not" +
        " of one installation. Put back those that belong together. (" + refused.message + ")",
    );
  }
  print("root: made");
  if (!knocked()) {
    throw new Error("The store does not let in the root user that it has just made.");
  }
}

for (const line of read("store-users").split("\n")) {
  const [name, password] = line.split(" ");
  const own = db.getSiblingDB(name);
  const as = { pwd: password, roles: [{ role: "readWrite", db: name }] };
  if (own.getUser(name) === null) {
    own.createUser({ user: name, ...as });
    print(name + ": made");
  } else {
    own.updateUser(name, as);
    print(name + ": as it should be");
  }
}
