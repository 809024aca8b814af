// Runs the example of each section, at once and when its button is pressed, and writes the answer as lists.

/** One line of a list for a row of an answer, whichever of the examples it is of. */
function describe(node) {
  if (!node) return 'A row that could not be read.';
  if (node.title) {
    const price = node.price ? `, ${node.price.net} ${node.price.currency} / ${node.unit}` : '';
    const owner = node.cooperative ? ` — ${node.cooperative.name}` : '';
    return `${node.title.text} (${node.title.language})${owner}${price}`;
  }
  if (!node.members) return `${node.name}: its members could not be asked.`;
  const names = node.members.edges.map(
    ({ node: member }) => (member && member.name) || 'not public',
  );
  return `${node.name} — members: ${node.members.totalCount} (${names.join(', ')})`;
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** What `extensions.coverage` says, in one sentence. */
function describeCoverage({ asked, answered, skipped, incomplete = [], stale }) {
  const explain = (list) =>
    list.map(({ cooperative, reason }) => `${cooperative} (${reason})`).join(', ');
  const parts = [
    asked.length === 0
      ? 'no cooperative was asked'
      : `${answered.length} of ${asked.length} cooperatives asked have answered`,
  ];
  if (skipped.length > 0) parts.push(`missing: ${explain(skipped)}`);
  if (incomplete.length > 0) parts.push(`answered in part: ${explain(incomplete)}`);
  if (stale.length > 0) {
    parts.push(`old copies: ${stale.map(({ cooperative }) => cooperative).join(', ')}`);
  }
  return `Coverage: ${parts.join('; ')}.`;
}

async function run(section) {
  const answer = section.querySelector('.answer');
  const query = section.querySelector('code').textContent;
  answer.replaceChildren(element('p', 'Asking …', 'note'));
  try {
    const started = performance.now();
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors = [], extensions } = await response.json();
    const took = Math.round(performance.now() - started);
    const connection = Object.values(data || {}).find((value) => value !== null);
    const lines = [];
    if (connection) {
      lines.push(element('p', `${connection.totalCount} found, answered in ${took} ms.`));
      const list = document.createElement('ul');
      list.append(...connection.edges.map(({ node }) => element('li', describe(node))));
      lines.push(list);
    }
    const messages = [...new Set(errors.map(({ message }) => message))];
    lines.push(...messages.map((message) => element('p', `Error: ${message}`)));
    if (extensions) lines.push(element('p', describeCoverage(extensions.coverage), 'note'));
    answer.replaceChildren(...lines);
  } catch (error) {
    answer.replaceChildren(element('p', `The hub could not be asked: ${error.message}`));
  }
}

for (const section of document.querySelectorAll('section')) {
  section.querySelector('button').addEventListener('click', () => void run(section));
  void run(section);
}
