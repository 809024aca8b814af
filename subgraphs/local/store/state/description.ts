import { isDoc, type Doc } from '../bson/value.js';
import { Collection } from './collection.js';
import { parseIndexSpec } from './index-spec.js';

/** What describes a collection on disk. */
export function describeCollection({ identity, indexes }: Collection): Record<string, unknown> {
  return {
    namespace: identity.namespace,
    uuid: Buffer.from(identity.uuid).toString('hex'),
    indexes: [...indexes.values()].map(({ spec }) => spec.document),
  };
}

/** The collection that is described so, still empty. @param id - Names it on disk. */
export function describedCollection(id: number, description: Doc): Collection {
  const uuid = Buffer.from(description.get('uuid') as string, 'hex');
  const namespace = description.get('namespace') as string;
  const indexes = description.get('indexes');
  const specs = (Array.isArray(indexes) ? indexes : [])
    .filter(isDoc)
    .map((spec) => parseIndexSpec(spec));
  return Collection.create({ id, namespace, uuid, counter: { next: 1 }, damage: null }, specs);
}
