import type { Forms } from '../../engine/words.ts'

/** The words of the screens on which it is seen what is watched: tripwires, broken lines, readings, experiments. */
export const tripwires: Readonly<Record<string, string | Forms>> = {
  // the page of the tripwires
  Tripwires: 'Stolperdrähte',
  'the tripwires': 'die Stolperdrähte',
  '# tripwires have fired': {
    one: '# Stolperdraht hat ausgelöst',
    other: '# Stolperdrähte haben ausgelöst',
  },
  '# are armed': { one: '# ist scharf', other: '# sind scharf' },
  'A tripwire asks for a review when what it watches crosses its threshold. It never acts by itself.':
    'Ein Stolperdraht verlangt eine Überprüfung, wenn das, was er beobachtet, seine Schwelle überschreitet. Von selbst handelt er nie.',
  'Nothing is watched yet.': 'Noch wird nichts beobachtet.',
  'A decision says what would change its mind: a state and a day, set before one needs it.':
    'Eine Entscheidung sagt, was sie umstimmen würde: ein Zustand und ein Tag, gesetzt, bevor man sie braucht.',
  '“Fewer than 25 wards switch it on by 2027-04-30.”':
    '„Weniger als 25 Stationen schalten es bis 2027-04-30 ein.“',
  'To the decisions': 'Zu den Entscheidungen',
  'To the decision {ref}': 'Zur Entscheidung {ref}',
  'Fired, and waiting for a word': 'Ausgelöst und auf ein Wort wartend',
  'Looked at': 'Angesehen',
  'There are more tripwires than are shown here. The list has all of them.':
    'Es gibt mehr Stolperdrähte, als hier gezeigt werden. Die Liste enthält alle.',
  Course: 'Verlauf',
  Distance: 'Abstand',
  'at any time': 'jederzeit',
  'by {day}': 'bis {day}',
  'From {from} on {start} to {to} on {end}; {threshold}':
    'Von {from} am {start} auf {to} am {end}; {threshold}',
  'The day has come.': 'Der Tag ist da.',
  'Nothing was known for too long.': 'Zu lange war nichts bekannt.',
  'fires above {threshold}': 'löst über {threshold} aus',
  'fires below {threshold}': 'löst unter {threshold} aus',
  '{distance} past it': '{distance} darüber hinaus',
  '{points} points away': 'noch {points} Punkte',
  '{points} points past it': '{points} Punkte darüber hinaus',
  '{distance} away': 'noch {distance}',
  'fired, needs a review': 'ausgelöst, zu überprüfen',
  'silent: nothing known': 'stumm: nichts bekannt',
  'reviewed; armed again once it is back': 'überprüft; wieder scharf, sobald der Wert zurück ist',
  reviewed: 'überprüft',
  'passed: its day went by': 'verstrichen: sein Tag ging vorbei',
  armed: 'scharf',

  // the days ahead
  'What is looked at when': 'Was wann angesehen wird',
  'What is looked at': 'Was angesehen wird',
  'The days ahead': 'Die kommenden Tage',
  'The decision itself': 'Die Entscheidung selbst',
  'a tripwire': 'ein Stolperdraht',
  'a review date': 'ein Termin zum erneuten Ansehen',
  '# days on which something is looked at, until {last}': {
    one: '# Tag, an dem etwas angesehen wird, bis {last}',
    other: '# Tage, an denen etwas angesehen wird, bis {last}',
  },

  // a review, in place
  'Review recorded': 'Überprüfung festgehalten',
  'We go on as decided. Its tripwires are armed again once what they watch is back.':
    'Es geht weiter wie entschieden. Die Stolperdrähte werden wieder scharf, sobald zurück ist, was sie beobachten.',
  'We go on, and change one thing.': 'Es geht weiter, und eines wird anders.',
  'We do not go on. The decision is reversed.':
    'Es geht nicht weiter. Die Entscheidung wird zurückgenommen.',

  // a broken line
  'broken; {line}': 'unterbrochen; {line}',
  'The line is broken here': 'Hier ist die Linie unterbrochen',
  'The line is broken: {decision} is under review.':
    'Die Linie ist unterbrochen: {decision} wird überprüft.',
  '{decision} is under review:': '{decision} wird überprüft:',
  'asks you to look at it again': 'bittet Sie, es erneut anzusehen',
  'has news of what you asked for': 'hat Neues zu dem, worum Sie baten',

  // a conditional no
  'Refused once, and open again': 'Einmal abgelehnt und wieder offen',
  'Refused, until something changes': 'Abgelehnt, bis sich etwas ändert',
  'The decision: {ref}': 'Die Entscheidung: {ref}',
  'What would bring it back:': 'Was sie zurückbrächte:',

  // readings
  Readings: 'Messwerte',
  'All readings': 'Alle Messwerte',
  'Reading entered': 'Messwert eingetragen',
  'Enter a reading': 'Messwert eintragen',
  'Value, {unit}': 'Wert, {unit}',
  'From {from} on {start} to {to} on {end}': 'Von {from} am {start} auf {to} am {end}',

  // commands and views
  'What is under review: decisions whose tripwire fired, and what hangs on them':
    'Was überprüft wird: Entscheidungen, deren Stolperdraht ausgelöst hat, und was an ihnen hängt',
  'What would change our mind: each tripwire, how far it is from firing, and the days ahead':
    'Was uns umstimmen würde: jeder Stolperdraht, wie weit er vom Auslösen entfernt ist, und die kommenden Tage',
  Experiments: 'Experimente',
  Tripwire: 'Stolperdraht',
  'Change a tripwire': 'Stolperdraht ändern',
  'Withdraw a tripwire': 'Stolperdraht zurückziehen',
  'Look at the tripwires': 'Stolperdrähte ansehen',
  'Needed once the decision was taken; it stands with the decision from then on':
    'Nötig, sobald die Entscheidung getroffen ist; er steht fortan bei der Entscheidung',
  'Start an experiment': 'Experiment beginnen',
  'End an experiment': 'Experiment beenden',
  'Stop an experiment': 'Experiment abbrechen',
  'Why without a threshold': 'Warum ohne Schwelle',
  'Needed where no threshold is set: afterwards any result looks like what one meant':
    'Nötig, wo keine Schwelle gesetzt ist: Im Nachhinein sieht jedes Ergebnis wie das gemeinte aus',
  'Today without it': 'Ohne Angabe heute',
}
