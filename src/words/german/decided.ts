import type { Forms } from '../../engine/words.ts'

/** The words of a decision's life: opening it, what it still lacks, taking it, ending it, and how it stands. */
export const decided: Readonly<Record<string, string | Forms>> = {
  // verbs
  'Open a decision': 'Eine Entscheidung eröffnen',
  'Decide what is open': 'Entscheiden, was offen ist',
  'Supersede a decision': 'Eine Entscheidung ablösen',
  'Reverse a decision': 'Eine Entscheidung zurücknehmen',
  'Refuse an idea, and say what would bring it back':
    'Eine Idee ablehnen und sagen, was sie zurückbrächte',
  'Move an item of the roadmap, and say why':
    'Einen Eintrag der Roadmap verschieben und sagen, warum',
  'Bring in a decision from Markdown': 'Eine Entscheidung aus Markdown übernehmen',

  // files
  'The front matter of this decision cannot be read. Nothing was brought in.':
    'Der Kopf dieser Entscheidung ist nicht lesbar. Nichts wurde übernommen.',
  'Line {line}: "{text}" is not written as front matter is. Write a name, a colon, a space and a value, such as status: accepted.':
    'Zeile {line}: „{text}“ ist nicht geschrieben, wie es im Kopf sein muss. Schreiben Sie einen Namen, einen Doppelpunkt, ein Leerzeichen und einen Wert, etwa status: accepted.',
  'Line {line}: what begins with {mark} does not end. Close it, or put the whole value in quotes.':
    'Zeile {line}: Was mit {mark} beginnt, endet nicht. Schließen Sie es, oder setzen Sie den ganzen Wert in Anführungszeichen.',
  'Line {line}: "{text}" comes after the end of the value. Put the whole value in quotes.':
    'Zeile {line}: „{text}“ steht nach dem Ende des Wertes. Setzen Sie den ganzen Wert in Anführungszeichen.',
  'Line {line}: a value with a colon in it has to stand in quotes: "{text}".':
    'Zeile {line}: Ein Wert mit einem Doppelpunkt darin muss in Anführungszeichen stehen: „{text}“.',

  // fields
  'A decision record in Markdown, such as MADR':
    'Ein Entscheidungsprotokoll in Markdown, etwa MADR',
  'MADR 3 or 4, or a decision record like it': 'MADR 3 oder 4, oder ein ähnliches Protokoll',
  'A question that is to be decided': 'Eine Frage, die zu entscheiden ist',
  'Against it': 'Dagegen',
  'For it': 'Dafür',
  'An open decision that is decided': 'Eine offene Entscheidung, die getroffen wird',
  Choose: 'Wählen',
  Day: 'Tag',
  Consequences: 'Folgen',
  More: 'Weiteres',
  'It comes back on this day': 'An diesem Tag kommt sie zurück',
  'It comes back when more feedback than this asks for it':
    'Sie kommt zurück, wenn mehr Rückmeldungen als diese danach fragen',
  'It comes back when the metric says so': 'Sie kommt zurück, wenn die Metrik es sagt',
  'It comes back when those who ask bring more than this':
    'Sie kommt zurück, wenn die Fragenden mehr als das einbringen',
  'It comes back with more votes than this': 'Sie kommt mit mehr Stimmen als diesen zurück',
  'One that was taken, in place of a sentence': 'Eine getroffene, anstelle eines Satzes',
  'Roadmap item': 'Roadmap-Eintrag',
  'That it is not now, without it': 'Ohne ihn: dass es nicht jetzt ist',
  'The metric falls below this': 'Die Metrik fällt darunter',
  'The metric rises above this': 'Die Metrik steigt darüber',
  'The one that ends': 'Die, die endet',
  'The one that is chosen': 'Die, die gewählt wird',
  'The refs of what it settles, such as IDEA-7': 'Die Kürzel dessen, was sie regelt, etwa IDEA-7',
  'The refs of what it would settle, such as IDEA-7':
    'Die Kürzel dessen, was sie regeln würde, etwa IDEA-7',
  'Votes, feedback and revenue are counted in it; everybody’s without it':
    'Darin werden Stimmen, Rückmeldungen und Umsatz gezählt; ohne Angabe bei allen',
  'What else belongs to it, such as links, in Markdown':
    'Was sonst dazugehört, etwa Verweise, in Markdown',
  'What follows from it, good and bad, a line each':
    'Was daraus folgt, Gutes und Schlechtes, je eine Zeile',
  'What holds from now on': 'Was von nun an gilt',
  'What speaks against it, a line each; or that nothing was found':
    'Was dagegen spricht, je eine Zeile; oder dass nichts gefunden wurde',
  'What speaks for it, a line each; or that nothing was found':
    'Was dafür spricht, je eine Zeile; oder dass nichts gefunden wurde',
  'What we decide; the one in the record without it':
    'Was wir entscheiden; ohne Angabe der Satz im Eintrag',
  'Why it moves': 'Warum er sich verschiebt',

  // views
  'A decision whole: options, evidence both ways, who said what, and how it stands':
    'Eine Entscheidung im Ganzen: Optionen, Belege in beide Richtungen, wer was gesagt hat und wie sie steht',
  'As Markdown it is one text, to keep beside code':
    'Als Markdown ist es ein Text, der neben dem Code liegen kann',
  Format: 'Format',
  Whole: 'Im Ganzen',
  'Markdown (MADR)': 'Markdown (MADR)',
  Mine: 'Meine',
  'Only those that ask for whoever reads': 'Nur die, die nach Ihnen fragen',
  'Decisions that are due, late, under review or to be looked at again, and whom they ask for':
    'Entscheidungen, die fällig, überfällig, in Überprüfung oder wieder anzusehen sind, und nach wem sie fragen',
  'What was known when it was decided, what came since, and whether the pinned hash still holds':
    'Was bei der Entscheidung bekannt war, was seither kam und ob die festgehaltene Prüfsumme noch stimmt',

  'How often the course changed, with and without a sentence, and what each change cost':
    'Wie oft der Kurs wechselte, mit und ohne Satz, und was jeder Wechsel gekostet hat',

  // what is missing
  'Say in a sentence what is decided.': 'Sagen Sie in einem Satz, was entschieden wird.',
  'Say which option is chosen.': 'Sagen Sie, welche Option gewählt wird.',
  'Say why.': 'Sagen Sie, warum.',
  'Say on which day you look at it again.': 'Sagen Sie, an welchem Tag Sie wieder darauf sehen.',
  'Say what the question is.': 'Sagen Sie, was die Frage ist.',
  'Name the one person who approves.': 'Nennen Sie die eine Person, die zustimmt.',
  'Imagine that it failed, and write why.':
    'Stellen Sie sich vor, es sei gescheitert, und schreiben Sie, warum.',
  'Give at least two options.': 'Geben Sie mindestens zwei Optionen an.',
  'Doing nothing is an option too: add it.':
    'Auch nichts zu tun ist eine Option: Fügen Sie sie hinzu.',
  'Say by what the options are weighed.': 'Sagen Sie, wonach die Optionen abgewogen werden.',
  'Link what speaks for option {letter}, “{title}”, or say that nothing was found.':
    'Verknüpfen Sie, was für Option {letter}, „{title}“, spricht, oder sagen Sie, dass nichts gefunden wurde.',
  'Link what speaks against option {letter}, “{title}”, or say that nothing was found.':
    'Verknüpfen Sie, was gegen Option {letter}, „{title}“, spricht, oder sagen Sie, dass nichts gefunden wurde.',
  '{ref} is blind still: wait for it, or close it.':
    '{ref} ist noch verdeckt: Warten Sie darauf, oder schließen Sie sie.',
  'Predict at least one thing that will come of it.':
    'Sagen Sie mindestens eine Sache voraus, die daraus wird.',
  'Say at least one thing that must be true.':
    'Nennen Sie mindestens eine Sache, die zutreffen muss.',
  'Set at least one tripwire: what would change your mind.':
    'Setzen Sie mindestens einen Stolperdraht: was Sie umstimmen würde.',

  // how it stands
  'Open, without a day by which it is decided.':
    'Offen, ohne einen Tag, bis zu dem entschieden wird.',
  'It was due # days ago.': {
    one: 'Sie war vor # Tag fällig.',
    other: 'Sie war vor # Tagen fällig.',
  },
  'It is due today.': 'Sie ist heute fällig.',
  'It is due in # days.': {
    one: 'Sie ist in # Tag fällig.',
    other: 'Sie ist in # Tagen fällig.',
  },
  'It is no longer in force.': 'Sie ist nicht mehr in Kraft.',
  'It was in force for # days.': {
    one: 'Sie war # Tag in Kraft.',
    other: 'Sie war # Tage in Kraft.',
  },
  'Under review.': 'In Überprüfung.',
  'In force.': 'In Kraft.',
  'In force, day {number}.': 'In Kraft, Tag {number}.',
  'We look again on {day}: {what}': 'Wir sehen am {day} wieder darauf: {what}',
  'its review': 'ihre Überprüfung',
  'Under review: say whether you go on.': 'In Überprüfung: Sagen Sie, ob es weitergeht.',
  '# days late.': { one: '# Tag überfällig.', other: '# Tage überfällig.' },
  'To be looked at again today.': 'Heute wieder anzusehen.',
  'Its review is # days late.': {
    one: 'Seit # Tag wieder anzusehen.',
    other: 'Seit # Tagen wieder anzusehen.',
  },
  'Due today.': 'Heute fällig.',
  'Due in # days.': { one: 'In # Tag fällig.', other: 'In # Tagen fällig.' },
  'Open, without a deadline.': 'Offen, ohne Frist.',

  // what was known
  'The evidence as history tells it has the hash that was pinned.':
    'Die Belege, wie der Verlauf sie zeigt, haben die festgehaltene Prüfsumme.',
  'The evidence as history tells it does not have the hash that was pinned.':
    'Die Belege, wie der Verlauf sie zeigt, haben nicht die festgehaltene Prüfsumme.',
  'You may see other rows than whoever decided, so you cannot tell.':
    'Sie sehen womöglich andere Einträge als die Person, die entschieden hat; daher lässt es sich für Sie nicht sagen.',
  'No hash was pinned when it was decided.':
    'Bei der Entscheidung wurde keine Prüfsumme festgehalten.',
  'Something that it saw has been erased from history since.':
    'Etwas, das ihr vorlag, wurde seither aus dem Verlauf gelöscht.',
  'It was decided on # records.': {
    one: 'Sie stützte sich auf # Eintrag.',
    other: 'Sie stützte sich auf # Einträge.',
  },
  'Nothing has changed about them since.': 'Daran hat sich seither nichts geändert.',
  '# came since.|records': { one: '# kam seither.', other: '# kamen seither.' },
  '# have changed.': { one: '# hat sich geändert.', other: '# haben sich geändert.' },
  '# are gone.': { one: '# ist weg.', other: '# sind weg.' },
  'It was known what came: {question}': 'Es war bekannt, was kam: {question}',
  'A tripwire fired: {text}': 'Ein Stolperdraht löste aus: {text}',
  'A review: {reasons}': 'Eine Überprüfung: {reasons}',
  'An amendment: {text}': 'Ein Nachtrag: {text}',

  // what is written for a person
  '{said}, in {segment}': '{said}, in {segment}',
  'More than {number} votes': 'Mehr als {number} Stimmen',
  'More than {number} ask for it': 'Mehr als {number} fragen danach',
  'Those who ask bring more than {number}': 'Die Fragenden bringen mehr als {number} ein',
  'On {day} we look again': 'Am {day} sehen wir wieder darauf',
  'The metric rises above {number}': 'Die Metrik steigt über {number}',
  'The metric falls below {number}': 'Die Metrik fällt unter {number}',
}
