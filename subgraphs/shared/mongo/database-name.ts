const URI = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/;

/**
 * The same server, another database. Whoever shows a password proves himself where the first URI says: `authSource`, else
 * its database, else `admin`.
 * @param uri - A `mongodb://` or `mongodb+srv://` URI.
 */
export function withDatabaseName(uri: string, name: string): string {
  const [, scheme = '', hosts = '', before = '', options = ''] = parts(uri);
  const hasPassword = hosts.includes('@') && !/(^|&)authSource=/i.test(options);
  const all = [options, hasPassword ? `authSource=${before || 'admin'}` : ''].filter(Boolean);
  return `${scheme}${hosts}/${name}${all.length > 0 ? `?${all.join('&')}` : ''}`;
}

/** The database that a URI names; null where it names the server alone. */
export function databaseNameOf(uri: string): string | null {
  const [, , , name = ''] = parts(uri);
  return name === '' ? null : name;
}

function parts(uri: string): RegExpExecArray {
  const match = URI.exec(uri);
  if (!match) throw new Error('MONGODB_URI is not a MongoDB URI.');
  return match;
}

/** Name of a process's database where one server holds the databases of a whole network. */
export function networkDatabaseName(networkId: string, process: string): string {
  return `${networkId}_${process}`;
}

/** Whether a database is of this process: of one that runs alone, or in this network; in any network where that is not said. */
export function isDatabaseOf(name: string, process: string, networkId?: string): boolean {
  if (networkId !== undefined) return name === networkDatabaseName(networkId, process);
  return name === process || name.endsWith(`_${process}`);
}
