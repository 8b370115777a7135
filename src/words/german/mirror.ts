import type { Forms } from '../../engine/words.ts'

/** The words of the mirror: what somebody said, and what came of it. */
export const mirror: Readonly<Record<string, string | Forms>> = {
  'The mirror': 'Der Spiegel',
  '{name}, private': '{name}, vertraulich',
  'to {day}': 'bis {day}',
  'All predictions': 'Alle Vorhersagen',
  'What to try': 'Was sich zu versuchen lohnt',
  'By what was asked': 'Danach, was gefragt war',
  '# predictions': { one: '# Vorhersage', other: '# Vorhersagen' },
  'Brier 1950, decomposition Murphy 1973, intervals Wilson 1927':
    'Brier 1950, Zerlegung Murphy 1973, Intervalle Wilson 1927',
  '# predictions of yours are still to be resolved': {
    one: '# Ihrer Vorhersagen ist noch aufzulösen',
    other: '# Ihrer Vorhersagen sind noch aufzulösen',
  },

  // what it finds
  '# more resolved predictions, and there is something to see': {
    one: 'Noch eine aufgelöste Vorhersage, und es gibt etwas zu sehen',
    other: 'Noch # aufgelöste Vorhersagen, und es gibt etwas zu sehen',
  },
  'Fewer than ten say more about luck than about you. Until then: what you expected of single decisions, and what came.':
    'Weniger als zehn sagen mehr über das Glück als über Sie. Bis dahin: was von einzelnen Entscheidungen erwartet wurde und was eintrat.',
  'Give odds before each decision, also where you are nearly sure.':
    'Schätzen Sie vor jeder Entscheidung, auch wo Sie fast sicher sind.',
  'You say what you mean, as far as {count} predictions can tell':
    'Sie sagen, was Sie meinen, soweit {count} Vorhersagen es erkennen lassen',
  'No chance that you gave at least five times came out ten percent or more beside what you said.':
    'Keine Chance, die Sie mindestens fünfmal gaben, lag zehn Prozent oder mehr neben dem, was Sie sagten.',
  'Your {said} % came true {share} % of the time':
    'Ihre {said} % traten in {share} % der Fälle ein',
  'too few to say more': 'zu wenige, um mehr zu sagen',
  'too sure': 'zu sicher',
  'too careful': 'zu vorsichtig',
  'about right': 'etwa richtig',
  '{times} predictions, {came} came true. That is still compatible with {said} % ({low} to {high} %), so treat it as a hint.':
    '{times} Vorhersagen, {came} traten ein. Das ist noch mit {said} % vereinbar ({low} bis {high} %), also nur ein Hinweis.',
  '{times} predictions, {came} came true. Chance alone would hardly do that ({low} to {high} %); but it is the widest of all gaps, and the widest is always partly chance.':
    '{times} Vorhersagen, {came} traten ein. Der Zufall allein täte das kaum ({low} bis {high} %); doch ist es der größte aller Abstände, und am größten ist immer auch der Zufall beteiligt.',
  'At {chances} you say what you mean.': 'Bei {chances} sagen Sie, was Sie meinen.',
  'Too few of one kind to say more': 'Zu wenige einer Art, um mehr zu sagen',
  'Ten of one kind are needed: {chances} times you gave a chance of yes or no, {ranges} times a range.':
    'Es braucht zehn einer Art: {chances}-mal gaben Sie eine Chance für ja oder nein, {ranges}-mal einen Bereich.',
  'Your ranges held {share} % of the time': 'Ihre Bereiche trafen in {share} % der Fälle zu',
  '{held} of {n}; eight times in ten is what they say. In the long run it lies between {low} and {high} %.':
    '{held} von {n}; acht von zehn ist, was sie sagen. Auf Dauer liegt es zwischen {low} und {high} %.',
  'Your ranges are too narrow: {held} of {n} held. Before the next one, say first what would surprise you, and widen it until it would.':
    'Ihre Bereiche sind zu eng: {held} von {n} trafen zu. Sagen Sie vor dem nächsten erst, was Sie überraschen würde, und weiten Sie ihn, bis das so wäre.',
  'You said about one half {count} times, more often than anything else. Ask each time what would make it surer, and say that.':
    'Etwa die Hälfte sagten Sie {count}-mal, öfter als alles andere. Fragen Sie jedes Mal, was es sicherer machte, und sagen Sie das.',
  'Nothing stands out. Go on giving odds before anybody else’s are known.':
    'Nichts sticht hervor. Schätzen Sie weiter, bevor andere Einschätzungen bekannt sind.',
  'At {said} %, {came} of {n} came true of those that asked “{asked}”.':
    'Bei {said} % traten {came} von {n} ein, die fragten: „{asked}“.',
  'At {said} %, {came} of {n} came true of those that asked “{asked}”, and {others} of {all} of those that asked “{other}”.':
    'Bei {said} % traten {came} von {n} ein, die fragten: „{asked}“, und {others} von {all}, die fragten: „{other}“.',
  'Before you next say so of a number, write down what would have to be true first, and give that odds too.':
    'Bevor Sie das wieder von einer Zahl sagen, schreiben Sie auf, was zuvor wahr sein müsste, und schätzen Sie auch das.',
  'Before you next say so of a date, look how long the last ones like it took, and begin from there.':
    'Bevor Sie das wieder von einem Termin sagen, sehen Sie nach, wie lange die letzten dieser Art dauerten, und beginnen Sie dort.',
  'Before you next say so of what people will take up, count how many did when they could the last time.':
    'Bevor Sie das wieder davon sagen, was angenommen wird, zählen Sie, wie viele es das letzte Mal annahmen.',
  'Before you next say so, name one way in which it would not come.':
    'Bevor Sie das wieder sagen, nennen Sie einen Weg, auf dem es nicht einträte.',
  'You know more than you say: go ten percent further next time.':
    'Sie wissen mehr, als Sie sagen: Gehen Sie beim nächsten Mal zehn Prozent weiter.',

  // the scores
  calibration: 'Kalibrierung',
  discrimination: 'Unterscheidung',
  'how hard it was': 'wie schwer es war',
  'Whose predictions': 'Wessen Vorhersagen',
  Yours: 'Ihre',
  'Only you see this page. Nobody can ask for it about you, no admin and no key.':
    'Nur Sie sehen diese Seite. Niemand kann sie über Sie abfragen, kein Verwalter und kein Schlüssel.',
  'Brier score': 'Brier-Wert',
  '0 is perfect': '0 ist vollkommen',
  'Saying {share} % to everything would score {score}.':
    'Zu allem {share} % zu sagen, ergäbe {score}.',
  'Against the share of the others each time, {score}, you are {share} % better.':
    'Gegen den Anteil jeweils der anderen, {score}, sind Sie um {share} % besser.',
  'Against the share of the others each time, {score}, you are {share} % worse.':
    'Gegen den Anteil jeweils der anderen, {score}, sind Sie um {share} % schlechter.',
  'Log score': 'Log-Wert',
  'sure and wrong: {count}': 'sicher und falsch: {count}',
  'always one half: {score}': 'immer die Hälfte: {score}',
  'Ranges that held': 'Zutreffende Bereiche',
  '{held} of {n}': '{held} von {n}',
  '8 in 10 were to': '8 von 10 sollten es',
  'pinball loss of {n}': 'Pinball-Verlust von {n}',
  'Brier, of {n}': 'Brier, von {n}',
  'of {all}': 'von {all}',
  'of {all}, since {month}': 'von {all}, seit {month}',
  'From ten on there is a score.': 'Ab zehn gibt es einen Wert.',

  // the curve
  'How often it came true, by what you said, %': 'Wie oft es eintrat, danach, was Sie sagten, in %',
  'as said': 'wie gesagt',
  'Circle: how many predictions. Bar: 95 % interval.':
    'Kreis: wie viele Vorhersagen. Balken: Intervall von 95 %.',
  'you said, %': 'Sie sagten, %',
  'times|column': 'Mal',
  'share, %': 'Anteil, %',
  '95 % from': '95 % von',
  '95 % to': '95 % bis',
  '{share} %, {came} of {times}': '{share} %, {came} von {times}',
  'Calibration of {total} predictions at {points} chances.':
    'Kalibrierung von {total} Vorhersagen bei {points} Chancen.',
  'At {said} % said, {share} % came true, interval {low} to {high}.':
    'Bei gesagten {said} % traten {share} % ein, Intervall {low} bis {high}.',
  'you said': 'Sie sagten',
  share: 'Anteil',
  '95 %': '95 %',

  // lists
  'Next to resolve': 'Als Nächstes aufzulösen',
  'Nothing that you gave odds on is open.': 'Nichts, was Sie geschätzt haben, ist offen.',
  'Last resolved': 'Zuletzt aufgelöst',
  resolved: 'aufgelöst',
  'prediction, locked when decided': 'Vorhersage, mit der Entscheidung festgeschrieben',
  outcome: 'Ausgang',
  penalty: 'Abzug',
  'from|decision': 'aus',
  '{count} days': '{count} Tage',
  'came true': 'trat ein',
  'did not': 'trat nicht ein',
  'not by the day': 'nicht bis zum Tag',
  'Decisions, looked back at': 'Entscheidungen im Rückblick',
  'Nobody has looked back at a decision yet.':
    'Noch hat niemand auf eine Entscheidung zurückgeblickt.',
  'To all decisions': 'Zu allen Entscheidungen',
  'A review says what was expected, what came, and what one would do again. It teaches from the first one on.':
    'Ein Rückblick sagt, was erwartet wurde, was eintrat und was man wieder täte. Er lehrt vom ersten an.',
  'What one would do again, nobody has said yet.': 'Was man wieder täte, hat noch niemand gesagt.',

  // all together
  'All together': 'Alle zusammen',
  'Brier {score}': 'Brier {score}',
  'all said': 'alle sagten',
  'Too few people for a mirror of the team': 'Zu wenige Personen für einen Spiegel des Teams',
  'It needs five people beside you with ten resolved chances each. It never says how many there are, nor who.':
    'Es braucht fünf Personen außer Ihnen mit je zehn aufgelösten Chancen. Wie viele es sind und wer, sagt er nie.',
  'How {people} people’s chances came out, taken together':
    'Wie die Chancen von {people} Personen zusammen ausgingen',
  'Each person counts alike in the score. Points that stand for fewer than three people are left out, and nobody is named.':
    'Im Wert zählt jede Person gleich. Punkte, die für weniger als drei Personen stehen, fehlen, und niemand wird genannt.',

  // views
  'How your own predictions came out: yours alone, and nothing below ten':
    'Wie Ihre eigenen Vorhersagen ausgingen: nur Ihre, und nichts unter zehn',
  'How the chances that people gave came out, all together and from five people on':
    'Wie die gegebenen Chancen ausgingen, alle zusammen und ab fünf Personen',
}
