// Stands in for mongosh at a server with logins: what store-users.js asks of it, with the rules of a real one, among them
// that who asks beside the server may make the first user and nothing else. Its users are kept in a file, as on a volume.
//   node store-with-logins.js <script> <secrets> <file> <changes after which it is killed>
const fs = require("fs");
const [script, secrets, file, changes] = process.argv.slice(2);
const users = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
let left = Number(changes);
let who = null;

const refuse = (code, words) => {
  throw Object.assign(new Error(words), { code });
};
const mayDoAll = () => who !== null && users[who].roles.some((it) => it.role === "root");
const keep = () => {
  fs.writeFileSync(file, JSON.stringify(users));
  if (--left === 0) {
    process.kill(process.pid, "SIGKILL");
    while (true);
  }
};
const database = (name) => ({
  getSiblingDB: database,
  auth(user, pwd) {
    const known = users[name + "." + user];
    if (!known || known.pwd !== pwd) refuse(18, "Authentication failed.");
    who = name + "." + user;
    return { ok: 1 };
  },
  createUser({ user, pwd, roles }) {
    const first = Object.keys(users).length === 0 && name === "admin";
    if (!mayDoAll() && !first) refuse(13, "command createUser requires authentication");
    if (users[name + "." + user]) refuse(51003, "User already exists");
    users[name + "." + user] = { pwd, roles };
    keep();
  },
  updateUser(user, as) {
    if (!mayDoAll()) refuse(13, "command updateUser requires authentication");
    if (!users[name + "." + user]) refuse(11, "Could not find user");
    Object.assign(users[name + "." + user], as);
    keep();
  },
  getUser(user) {
    if (!mayDoAll()) refuse(13, "command usersInfo requires authentication");
    return users[name + "." + user] ?? null;
  },
});
const files = { readFileSync: (path, as) => fs.readFileSync(path.replace("/run/secrets", secrets), as) };
new Function("db", "require", "print", fs.readFileSync(script, "utf8"))(
  database("admin"),
  (module) => (module === "fs" ? files : require(module)),
  console.log,
);
