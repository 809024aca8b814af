import { loadBuiltInLists } from '../../subgraphs/shared/lists/reference-lists.js';

/** The official lists that ship with the project, read once a worker: most tests start a server that knows them. */
export const BUILT_IN_LISTS = loadBuiltInLists();
