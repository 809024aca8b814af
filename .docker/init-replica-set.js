// Run once by mongosh as the administrator: starts the replica set of one and gives every process a user of its own
// that reaches its own database and nothing else. Running it again changes passwords only.
/* global db, rs, process, sleep */
try {
  rs.status();
} catch {
  rs.initiate({ _id: 'hub', members: [{ _id: 0, host: 'mongo:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(200);

// KARHU_DB_PASSWORD is that of "karhu", ABC_HOIVA_DB_PASSWORD that of "abc-hoiva".
for (const [variable, pwd] of Object.entries(process.env)) {
  const [, start] = /^(.+)_DB_PASSWORD$/.exec(variable) ?? [];
  if (start === undefined) continue;
  const name = start.toLowerCase().replaceAll('_', '-');
  const own = db.getSiblingDB(name);
  const account = { pwd, roles: [{ role: 'readWrite', db: name }] };
  if (own.getUser(name)) own.updateUser(name, account);
  else own.createUser({ user: name, ...account });
}
