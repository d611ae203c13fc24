/** What an analysis says, as plain data that two programs can compare. */
export async function readAll(analyzer, sentences) {
  const readings = [];
  for (const sentence of sentences) readings.push(reading(await analyzer.analyze(sentence)));
  return readings;
}

function reading({ tokens, numbers, changes, slogans }) {
  return {
    tokens: tokens.map(({ text, partOfSpeech }) => `${text}/${partOfSpeech}`),
    numbers: numbers.map(({ start, end, kind, value, unit, of }) => [start, end, kind, value, unit, of?.text ?? null]),
    changes: changes.map(({ from, to, delta }) => [from, to, delta]),
    slogans: slogans.map(({ start, end, kind, members }) => [start, end, kind, members.map(({ text }) => text)]),
  };
}
