import type { Forms } from '../../engine/words.ts'

/** The words of the set of ideas that fits, and of the plans that come of it. */
export const portfolio: Readonly<Record<string, string | Forms>> = {
  Portfolio: 'Portfolio',
  'the portfolio': 'das Portfolio',
  Plan: 'Plan',
  'To enter': 'Hinein soll',
  'Choose a set': 'Auswahl treffen',
  'As the portfolio proved it: 0.001 is a tenth of a percent':
    'Wie das Portfolio ihn bewiesen hat: 0,001 ist ein Zehntelprozent',
  'Decide on a plan': 'Über einen Plan entscheiden',
  'Save a plan version': 'Eine Planfassung speichern',
  'How often values and costs are drawn; 500 without it, and 100 of them are solved':
    'Wie oft Werte und Kosten gezogen werden; ohne Angabe 500, davon werden 100 gelöst',
  'In the set, whatever it costs': 'In der Auswahl, was es auch kostet',
  'Out of the set, whatever it brings': 'Nicht in der Auswahl, was es auch bringt',
  'Only what must leave for this idea': 'Nur, was für diese Idee weichen muss',
  'Such as 2026-Q4; without it the one that is on or next':
    'Etwa 2026-Q4; ohne Angabe der laufende oder nächste',
  'The ideas that bring the most while each function has room, how sure that is, and what must leave for another to enter':
    'Die Ideen, die zusammen am meisten bringen, solange jede Funktion Platz hat, wie sicher das ist und was für eine andere weichen muss',
  'Two plan versions side by side: what entered, what left, and the difference in value and spend':
    'Zwei Planfassungen nebeneinander: was hinzukam, was wegfiel, und der Unterschied in Wert und Aufwand',
  'Ideas that are delivered: a roadmap item that delivers them is done':
    'Ideen, die geliefert sind: ein Roadmap-Punkt, der sie liefert, ist fertig',
  'What ideas depend on, exclude, advance and address, and what delivers them':
    'Wovon Ideen abhängen, was sie ausschließen, voranbringen und angehen, und was sie liefert',

  // what stands in the way
  '“{title}” must be in': '„{title}“ muss hinein',
  '“{title}” must not be in': '„{title}“ darf nicht hinein',
  '“{title}” depends on {others}': '„{title}“ hängt ab von {others}',
  '{titles} exclude one another': '{titles} schließen einander aus',
  'at least {share} % goes to {group}': 'mindestens {share} % gehen an {group}',
  'at least {count} of {group} are in': 'mindestens {count} aus {group} sind dabei',
  '{function} has {amount}': '{function} hat {amount}',
  '{function} lacks {amount}': '{function} fehlen {amount}',
  '{group} would get {share} %, and at least {least} % is asked':
    '{group} bekäme {share} %, verlangt sind mindestens {least} %',
  '{amount} person-months': { one: '{amount} Personenmonat', other: '{amount} Personenmonate' },

  // what it comes to
  '# ideas are worth taking, {value} in all; no capacity limits them yet.': {
    one: '# Idee lohnt sich, insgesamt {value}; noch begrenzt sie keine Kapazität.',
    other: '# Ideen lohnen sich, insgesamt {value}; noch begrenzt sie keine Kapazität.',
  },
  '# ideas fit into {period} and bring the most together: {value}.': {
    one: '# Idee passt in {period} und bringt am meisten: {value}.',
    other: '# Ideen passen in {period} und bringen zusammen am meisten: {value}.',
  },
  'No set of ideas keeps all that is asked.': 'Keine Auswahl von Ideen hält alles ein.',
  'The time was not enough to find a set that fits.':
    'Die Zeit reichte nicht, um eine passende Auswahl zu finden.',
  'The set could not be worked out just now.': 'Die Auswahl ließ sich gerade nicht ausrechnen.',
  'No other set that fits brings more; that is proven.':
    'Keine andere passende Auswahl bringt mehr; das ist bewiesen.',
  'Proven to be within {gap} % of the best there can be.':
    'Bewiesen: höchstens {gap} % unter dem Besten, das es geben kann.',
  'Nothing is said as a range, so how sure this set is cannot be told.':
    'Nichts ist als Bereich angegeben, deshalb lässt sich nicht sagen, wie sicher diese Auswahl ist.',
  'In {same} of # draws of values and costs this very set is the best.': {
    one: 'In {same} von # Ziehung von Werten und Kosten ist genau diese Auswahl die beste.',
    other: 'In {same} von # Ziehungen von Werten und Kosten ist genau diese Auswahl die beste.',
  },
  'The time was enough for # draws of values and costs, too few to say how sure this set is; what is proven of it holds all the same. Hold in or out what is settled anyway, and more can be solved.':
    {
      one: 'Die Zeit reichte für # Ziehung von Werten und Kosten, zu wenig, um zu sagen, wie sicher diese Auswahl ist; was von ihr bewiesen ist, gilt trotzdem. Halten Sie drin oder draußen, was ohnehin feststeht, dann lässt sich mehr lösen.',
      other:
        'Die Zeit reichte für # Ziehungen von Werten und Kosten, zu wenig, um zu sagen, wie sicher diese Auswahl ist; was von ihr bewiesen ist, gilt trotzdem. Halten Sie drin oder draußen, was ohnehin feststeht, dann lässt sich mehr lösen.',
    },
  'Only in # draws of values and costs a set keeps all rules, too few to say how sure this one is. Add capacity, or ask for less that must be in.':
    {
      one: 'Nur in # Ziehung von Werten und Kosten hält eine Auswahl alle Regeln ein, zu wenig, um zu sagen, wie sicher diese ist. Geben Sie mehr Kapazität an, oder verlangen Sie weniger, das hinein muss.',
      other:
        'Nur in # Ziehungen von Werten und Kosten hält eine Auswahl alle Regeln ein, zu wenig, um zu sagen, wie sicher diese ist. Geben Sie mehr Kapazität an, oder verlangen Sie weniger, das hinein muss.',
    },
  'The plain order by score would come to {value}, and breaks a share that is asked for.':
    'Die einfache Reihenfolge nach Punktzahl käme auf {value} und verletzt einen Anteil, der verlangt ist.',
  'The plain order by score comes to the same: {value}.':
    'Die einfache Reihenfolge nach Punktzahl kommt auf dasselbe: {value}.',
  'The plain order by score comes to {value} and loses {loses} %.':
    'Die einfache Reihenfolge nach Punktzahl kommt auf {value} und verliert {loses} %.',
  'Value is reach × impact × confidence, what RICE (McBride, Intercom, 2016) divides by effort: effort is paid for by capacity. Values are expected ones and add up.':
    'Der Wert ist Reichweite × Wirkung × Zuversicht, also das, was RICE (McBride, Intercom, 2016) durch den Aufwand teilt: Den Aufwand bezahlt die Kapazität. Es sind Erwartungswerte, und sie addieren sich.',
  'This cannot be kept together: {list}.': 'Zusammen lässt sich nicht einhalten: {list}.',

  // why an idea is out, and how it comes in
  'Held out by you.': 'Von Ihnen draußen gehalten.',
  'It depends on an idea that cannot be chosen.':
    'Sie hängt von einer Idee ab, die nicht gewählt werden kann.',
  'It depends on “{title}”, which cannot be chosen.':
    'Sie hängt von „{title}“ ab, und das kann nicht gewählt werden.',
  'It would fit, and is left out for want of proof.':
    'Sie würde passen und bleibt mangels Beweis draußen.',
  'It brings nothing.': 'Sie bringt nichts.',
  'With all that is in: {parts}.': 'Mit allem, was dabei ist: {parts}.',
  'This was not worked out in the time.': 'Das wurde in der Zeit nicht ausgerechnet.',
  'By expected costs it cannot enter, whatever leaves.':
    'Nach den erwarteten Kosten kann sie nicht hinein, was auch weicht.',
  'By expected costs it cannot enter, whatever leaves: {reasons}.':
    'Nach den erwarteten Kosten kann sie nicht hinein, was auch weicht: {reasons}.',
  'It can enter and nothing leaves; the set loses {loses}.':
    'Sie kann hinein, und nichts weicht; die Auswahl verliert {loses}.',
  'It enters with {entering}, and nothing leaves; the set loses {loses}.':
    'Sie kommt mit {entering} hinein, und nichts weicht; die Auswahl verliert {loses}.',
  '{leaving} must leave; the set loses {loses}.':
    '{leaving} muss weichen; die Auswahl verliert {loses}.',
  '{leaving} must leave, and {entering} enters with it; the set loses {loses}.':
    '{leaving} muss weichen, und {entering} kommt mit hinein; die Auswahl verliert {loses}.',

  // what is taken for granted
  'Nobody said what # ideas take of each function: their effort counts for engineering.': {
    one: 'Niemand hat gesagt, was # Idee von jeder Funktion braucht: Ihr Aufwand zählt für Engineering.',
    other:
      'Niemand hat gesagt, was # Ideen von jeder Funktion brauchen: Ihr Aufwand zählt für Engineering.',
  },
  'Nobody said how much {functions} can do, so nothing limits it.':
    'Niemand hat gesagt, wie viel {functions} leisten kann, deshalb begrenzt es nichts.',
  'No idea that is weighed counts for {name}: while a share is kept for it, nothing that takes any time can be in the set.':
    'Keine Idee, die abgewogen wird, zählt für {name}: Solange ein Anteil dafür frei bleibt, kann nichts in die Auswahl, das Zeit braucht.',
  'No idea that brings anything fits into {period}.':
    'Keine Idee, die etwas bringt, passt in {period}.',
  'An idea that must be in cannot be chosen.':
    'Eine Idee, die hinein muss, kann nicht gewählt werden.',
  '“{title}” must be in, and cannot be weighed or is delivered already.':
    '„{title}“ muss hinein und lässt sich nicht abwägen oder ist schon geliefert.',
  '# ideas are not weighed, for they lack {factors}.': {
    one: '# Idee wird nicht abgewogen, denn ihr fehlt: {factors}.',
    other: '# Ideen werden nicht abgewogen, denn ihnen fehlt: {factors}.',
  },
  '# ideas are not weighed, for numbers of them are too large.': {
    one: '# Idee wird nicht abgewogen, denn eine Zahl von ihr ist zu groß.',
    other: '# Ideen werden nicht abgewogen, denn Zahlen von ihnen sind zu groß.',
  },
  '# ideas are delivered already and ask for no more room.': {
    one: '# Idee ist schon geliefert und braucht keinen Platz mehr.',
    other: '# Ideen sind schon geliefert und brauchen keinen Platz mehr.',
  },
  'In # draws no set keeps all rules.': {
    one: 'In # Ziehung hält keine Auswahl alle Regeln ein.',
    other: 'In # Ziehungen hält keine Auswahl alle Regeln ein.',
  },

  // capacity
  'Capacity, in person-months': 'Kapazität in Personenmonaten',
  'Add capacity': 'Kapazität angeben',
  '{function}: {used}, and nothing says how much there is':
    '{function}: {used}, und niemand hat gesagt, wie viel es gibt',
  '{function}: {used} of {capacity}': '{function}: {used} von {capacity}',
  '{spend}; 8 times in 10 between {low} and {high}':
    '{spend}; in 8 von 10 Fällen zwischen {low} und {high}',
  'more than there is in {count} of 100 cases': 'in {count} von 100 Fällen mehr, als da ist',
  '{used} of': '{used} von',
  'Capacity of {function}: {amount}': 'Kapazität von {function}: {amount}',
  'Capacity of {function} in {period}': 'Kapazität von {function} in {period}',

  // the sheet
  'Ideas in the set and out of it': 'Ideen in der Auswahl und außerhalb',
  'In the set': 'In der Auswahl',
  'Not in it': 'Nicht dabei',
  'value, 8 times in 10': 'Wert, in 8 von 10 Fällen',
  'in the best set': 'in der besten Auswahl',
  sure: 'sicher',
  'Show # more that are not in it': {
    one: 'Noch # zeigen, die nicht dabei ist',
    other: 'Noch # zeigen, die nicht dabei sind',
  },
  stands: 'steht',
  '{how}: how “{title}” stands': '{how}: wie „{title}“ steht',
  'must be in': 'muss hinein',
  'never in': 'nie dabei',
  'as it comes': 'wie es kommt',
  '95 % interval: {low} to {high} %': '95-%-Intervall: {low} bis {high} %',
  'To enter:': 'Um hineinzukommen:',
  'being worked out …': 'wird ausgerechnet …',
  'being solved …': 'wird gelöst …',
  'It is in the best set in {share} of 100 draws.':
    'In {share} von 100 Ziehungen ist sie in der besten Auswahl.',
  'Hold it in': 'Drin halten',
  'Hold it out': 'Draußen halten',
  'Let “{title}” come as it comes': '„{title}“ kommen lassen, wie es kommt',
  'Let it come as it comes': 'Kommen lassen, wie es kommt',
  'Hold an idea in a portfolio, out of it, or let it come as it comes':
    'Eine Idee im Portfolio halten, draußen halten oder kommen lassen, wie es kommt',
  'Value: people reached × impact × confidence. Bars: 8 times in 10 it lies in them. Open a value for what must leave; + holds an idea in, − holds it out.':
    'Wert: erreichte Personen × Wirkung × Zuversicht. Balken: In 8 von 10 Fällen liegt er darin. Öffnen Sie einen Wert für das, was weichen muss; + hält eine Idee drin, − hält sie draußen.',
  'There is no idea to choose from yet.': 'Es gibt noch keine Idee zur Auswahl.',
  'An idea is weighed once reach, impact, confidence and effort are given.':
    'Eine Idee wird abgewogen, sobald Reichweite, Wirkung, Zuversicht und Aufwand angegeben sind.',
  'Nobody has said yet how much anybody can do.':
    'Noch hat niemand gesagt, wie viel jemand leisten kann.',
  'Engineering, 2027-Q1: 12 person-months': 'Engineering, 2027-Q1: 12 Personenmonate',
  'Say it by function and period, and the set of ideas that brings the most is found at once.':
    'Sagen Sie es nach Funktion und Zeitraum, und die Auswahl von Ideen, die am meisten bringt, ist sofort gefunden.',

  // charts
  'Value by capacity: {list}': 'Wert nach Kapazität: {list}',
  'capacity, in % of now': 'Kapazität, in % von jetzt',
  value: 'Wert',
  'gained by this step': 'Gewinn dieses Schritts',
  'come in': 'kommen hinzu',
  'go out': 'fallen weg',
  'as it is': 'wie es ist',
  'What more or less of all functions would bring':
    'Was mehr oder weniger von allen Funktionen brächte',
  '{factor} times as much of every function would bring {percent} % more':
    'Das {factor}-Fache jeder Funktion brächte {percent} % mehr',
  'The plain order by score breaks a share that is asked for':
    'Die einfache Reihenfolge nach Punktzahl verletzt einen Anteil, der verlangt ist',
  'The plain order by score comes to the same value':
    'Die einfache Reihenfolge nach Punktzahl kommt auf denselben Wert',
  'The plain order by score loses {loses} % against the best set':
    'Die einfache Reihenfolge nach Punktzahl verliert {loses} % gegenüber der besten Auswahl',
  'Best set: {best}. By score: {order}. Both hold ideas worth {shared}; only the best set {onlyBest}; only the order by score {onlyOrder}.':
    'Beste Auswahl: {best}. Nach Punktzahl: {order}. Beide enthalten Ideen im Wert von {shared}; nur die beste Auswahl {onlyBest}; nur die Reihenfolge nach Punktzahl {onlyOrder}.',
  'by score': 'nach Punktzahl',
  in: 'dabei',
  'best set: the lighter part is in both': 'beste Auswahl: der hellere Teil ist in beiden',
  'by score: the open part is in none of the best':
    'nach Punktzahl: der offene Teil fehlt in der besten',

  // plans
  'Plan versions': 'Planfassungen',
  'None is saved for {period} yet.': 'Für {period} ist noch keine gespeichert.',
  'Decide on it: {ref}': 'Darüber entscheiden: {ref}',
  'Decide on it': 'Darüber entscheiden',
  'Save this set': 'Diese Auswahl speichern',
  'Saved: {name}': 'Gespeichert: {name}',
  'Save this set as a plan version': 'Diese Auswahl als Planfassung speichern',
  'What is it called?': 'Wie heißt sie?',
  'Compare two versions': 'Zwei Fassungen vergleichen',
  'Value: {before}, then {after} ({difference}).': 'Wert: {before}, dann {after} ({difference}).',
  'Came in': 'Hinzugekommen',
  'Went out': 'Weggefallen',
  '{function}: {before}, then {after} ({difference})':
    '{function}: {before}, dann {after} ({difference})',
  '# ideas that you may not see are left aside.': {
    one: '# Idee, die Sie nicht sehen dürfen, bleibt außer Betracht.',
    other: '# Ideen, die Sie nicht sehen dürfen, bleiben außer Betracht.',
  },
  'Plans, and how this comes about': 'Pläne, und wie das zustande kommt',
  'At least so much for': 'Mindestens so viel für',
  'Ask no share for {name}': 'Keinen Anteil für {name} verlangen',
  'Ask none': 'Keinen verlangen',
  'Once there is an objective or a product, a share can be kept for it.':
    'Sobald es ein Ziel oder ein Produkt gibt, kann dafür ein Anteil freigehalten werden.',
  'Ideas for': 'Ideen für',
  '% of what is spent': '% von allem, was gebraucht wird',
  'Keep this share': 'Diesen Anteil freihalten',
  'objectives of {period}': 'Ziele von {period}',
  'Taken for granted': 'Stillschweigend angenommen',
  'What ideas take of each function': 'Was Ideen von jeder Funktion brauchen',
  'How this comes about': 'Wie das zustande kommt',
  'What is solved, and how': 'Was gelöst wird, und wie',
  'Of all sets in which each function has room and every rule is kept, the one with the largest value is found by HiGHS (Huangfu and Hall, 2018), here in this browser; its own bound is the proof.':
    'Von allen Auswahlen, in denen jede Funktion Platz hat und jede Regel gilt, findet HiGHS (Huangfu und Hall, 2018) hier in diesem Browser die mit dem größten Wert; seine eigene Schranke ist der Beweis.',
  'How sure it is: {draws} draws of values and costs by seed {seed}, each solved anew; intervals by Wilson (1927).':
    'Wie sicher es ist: {draws} Ziehungen von Werten und Kosten mit Startwert {seed}, jede neu gelöst; Intervalle nach Wilson (1927).',

  'There is no capacity for {period} yet.': 'Für {period} gibt es noch keine Kapazität.',
}
