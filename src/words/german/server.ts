import type { Forms } from '../../engine/words.ts'

/** The words of what the server explains: why, what became of it, the score and the ranking. */
export const server: Readonly<Record<string, string | Forms>> = {
  // what stands behind it
  'Nothing that somebody said is linked to it.':
    'Nichts, was jemand gesagt hat, ist damit verbunden.',
  'None speaks against it.': 'Keines spricht dagegen.',
  '# speak against it.': { one: '# spricht dagegen.', other: '# sprechen dagegen.' },
  'Nothing supports it.': 'Nichts stützt es.',
  '# independent sources|from': { one: '# unabhängigen Quelle', other: '# unabhängigen Quellen' },
  '# companies|at': { one: '# Firma', other: '# Firmen' },
  '# pieces of feedback support it, from {sources}.': {
    one: '# Feedback stützt es, aus {sources}.',
    other: '# Feedbacks stützen es, aus {sources}.',
  },
  '# pieces of feedback support it, from {sources} at {companies}.': {
    one: '# Feedback stützt es, aus {sources} bei {companies}.',
    other: '# Feedbacks stützen es, aus {sources} bei {companies}.',
  },
  '# more were merged into it.|feedback': {
    one: '# weiteres wurde darin zusammengeführt.',
    other: '# weitere wurden darin zusammengeführt.',
  },
  'There is one source you may not see.': 'Es gibt eine Quelle, die Sie nicht sehen dürfen.',
  'There are a few sources you may not see.': 'Es gibt einige Quellen, die Sie nicht sehen dürfen.',
  'There are many sources you may not see.': 'Es gibt viele Quellen, die Sie nicht sehen dürfen.',

  // links
  '{count} {records}': '{count} {records}',
  '{most} and {last}': '{most} und {last}',
  "That {below} moves {above} is one person's word, given on {day}.":
    'Dass {below} etwas zu {above} beiträgt, ist das Wort einer einzelnen Person, gegeben am {day}.',
  '{above}, which {relation} {below}': '{above} ({relation} {below})',
  'Nothing that somebody said stands behind {behind}.':
    'Hinter {behind} steht nichts, was jemand gesagt hat.',
  'Nothing that somebody said stands behind {behind}; {against} against.':
    'Hinter {behind} steht nichts, was jemand gesagt hat; {against} dagegen.',
  '# independent sources stand behind {behind}, newest {day}.': {
    one: 'Hinter {behind} steht # unabhängige Quelle, zuletzt am {day}.',
    other: 'Hinter {behind} stehen # unabhängige Quellen, zuletzt am {day}.',
  },
  '# independent sources stand behind {behind}, newest {day}; {against} against.': {
    one: 'Hinter {behind} steht # unabhängige Quelle, zuletzt am {day}; {against} dagegen.',
    other: 'Hinter {behind} stehen # unabhängige Quellen, zuletzt am {day}; {against} dagegen.',
  },

  // why a line is thin
  'Nothing that somebody said stands behind it.': 'Dahinter steht nichts, was jemand gesagt hat.',
  'Nothing that you may see stands behind it.': 'Dahinter steht nichts, was Sie sehen dürfen.',
  'No need is framed behind it.': 'Dahinter ist kein Bedürfnis gefasst.',
  'People ask for it directly, and no need behind it has evidence.':
    'Es wird unmittelbar erbeten, und kein Bedürfnis dahinter hat Belege.',
  'All that supports it comes from one source.': 'Alles, was es stützt, kommt aus einer Quelle.',
  'All that supports it comes from one company.': 'Alles, was es stützt, kommt aus einer Firma.',
  'Nothing newer than a year supports it.': 'Nichts, was jünger als ein Jahr ist, stützt es.',
  'No need that you may see is framed behind it.':
    'Dahinter ist kein Bedürfnis gefasst, das Sie sehen dürfen.',
  'It advances no objective that you may see.': 'Es bringt kein Ziel voran, das Sie sehen dürfen.',
  'It advances no objective.': 'Es bringt kein Ziel voran.',

  // what became of it
  'Nothing has become of {ref} yet.': 'Aus {ref} ist noch nichts geworden.',
  '{ref} led to {these}.': 'Aus {ref} wurde: {these}.',
  '# duplicates were merged into it.': {
    one: '# doppelter Eintrag ging darin auf.',
    other: '# doppelte Einträge gingen darin auf.',
  },
  'Nothing yet.': 'Noch nichts.',
  'On the roadmap; not built yet.': 'Auf der Roadmap; noch nicht gebaut.',
  '{station}; nothing yet after that.': '{station}; danach noch nichts.',

  // facts
  yes: 'ja',
  'until {day}': 'bis {day}',
  'from {day}': 'ab {day}',

  // as Markdown
  'Why {ref}: {title}': 'Warum {ref}: {title}',
  'What became of {ref}: {title}': 'Was wurde aus {ref}: {title}',
  'Weakest link, {strength}: {says}': 'Schwächstes Glied, {strength}: {says}',
  'The line is thin:': 'Der Faden ist dünn:',
  'What it serves': 'Wozu es dient',
  Aims: 'Ziele',
  'Nothing.': 'Nichts.',
  'And # older ones.': { one: 'Und # älteres.', other: 'Und # ältere.' },
  '(this one)': '(dieser Eintrag)',
  'given {strength}': 'gegeben {strength}',
  'Part of {ref} {title}': 'Teil von {ref} {title}',
  'All of it from {day}.': 'Alles vom {day}.',
  'Newest {last}, oldest {first}.': 'Neuestes {last}, ältestes {first}.',
  'The line is longer than what is told here.': 'Der Faden ist länger, als hier gesagt ist.',
  'As of {moment} UTC.': 'Stand {moment} UTC.',

  // the score
  'people per {period}': { one: 'Person je {period}', other: 'Personen je {period}' },
  period: 'Zeitraum',
  'Reach × Impact × Confidence ÷ Effort': 'Reichweite × Wirkung × Zuversicht ÷ Aufwand',
  'No score yet: {factors} are missing.': {
    one: 'Noch keine Punktzahl: {factors} fehlt.',
    other: 'Noch keine Punktzahl: {factors} fehlen.',
  },
  'By what people estimated, a score of {score} is to be expected.':
    'Nach dem, was geschätzt wurde, ist eine Punktzahl von {score} zu erwarten.',
  'The score is {score}.': 'Die Punktzahl ist {score}.',
  'How many people does it touch in one period?':
    'Wie viele Personen berührt es in einem Zeitraum?',
  'How much does it matter to each of them?': 'Wie viel bedeutet es jeder von ihnen?',
  'How sure are we of the other numbers?': 'Wie sicher sind wir der anderen Zahlen?',
  'How much work is it for the whole team?': 'Wie viel Arbeit ist es für das ganze Team?',
}
