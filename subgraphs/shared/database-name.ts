/** The same server, another database. @param uri - A `mongodb://` or `mongodb+srv://` URI. */
export function withDatabaseName(uri: string, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri);
  if (!match) throw new Error('MONGODB_URI is not a MongoDB URI.');
  return `${match[1] ?? ''}/${name}${match[2] ?? ''}`;
}

/** Name of a process's database where one server holds the databases of a whole network. */
export function networkDatabaseName(networkId: string, process: string): string {
  return `${networkId}_${process}`;
}
