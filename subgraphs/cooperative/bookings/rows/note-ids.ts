// Answers by key and notes of orders share a collection, each under an id that says which it is.

const KEY = 'key:';
const ORDER = 'order:';

export function keyId(key: string): string {
  return `${KEY}${key}`;
}

export function orderId(order: string): string {
  return `${ORDER}${order}`;
}

export function isOrderId(id: string): boolean {
  return id.startsWith(ORDER);
}

/** The key or the order that an id is made of. */
export function nameOfNote(id: string): string {
  return id.slice((isOrderId(id) ? ORDER : KEY).length);
}
