/**
 * What a function says of a word, worked out once for words that come again and again.
 * @param most - How many words are kept. With one more all are forgotten, so that memory stays bounded whatever is asked.
 */
export function remembered<Answer>(
  most: number,
  answerOf: (word: string) => Answer,
): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const answer = answerOf(word);
    if (answers.size >= most) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}
