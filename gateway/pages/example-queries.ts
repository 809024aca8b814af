/** A query that the page for people runs, and what it shows. */
export interface ExampleQuery {
  readonly title: string;
  readonly explanation: string;
  readonly query: string;
}

const search = (text: string): string => `{
  catalogue(search: { text: "${text}" }, first: 5) {
    totalCount
    edges {
      matchedBy
      node {
        id
        title { text language }
        cooperative { name }
        price { net currency }
        unit
      }
    }
    sources { cooperative { id } state }
  }
}`;

/** The examples of the page for people, and the first of them the explorer's too. */
export const EXAMPLE_QUERIES: readonly [ExampleQuery, ...ExampleQuery[]] = [
  {
    title: 'Search for “siivous”',
    explanation:
      'The beginning of a Finnish word finds whole compounds. Answered from the index: no cooperative is asked.',
    query: search('siivous'),
  },
  {
    title: 'Search for “städning”',
    explanation:
      'A Swedish word finds services with a Finnish title only, through the labels of their procurement codes.',
    query: search('städning'),
  },
  {
    title: 'Cooperatives and their members',
    explanation:
      'Names come from the index, members live from each cooperative’s own system: all are asked at once, each exactly once.',
    query: `{
  cooperatives(first: 20) {
    totalCount
    edges {
      node {
        id
        name
        status
        members(first: 5) {
          totalCount
          edges { node { id name } }
        }
      }
    }
  }
}`,
  },
];
