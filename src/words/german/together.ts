import type { Forms } from '../../engine/words.ts'

/** Comments, following and the inbox: what is declared of them and what their pages say. */
export const together: Readonly<Record<string, string | Forms>> = {
  // records and fields
  comment: 'Kommentar',
  comments: 'Kommentare',
  follower: 'Folgender',
  followers: 'Folgende',
  inbox: 'Eingang',
  inboxes: 'Eingänge',
  'What somebody says about a record.': 'Was jemand zu einem Datensatz sagt.',
  'Who follows which record.': 'Wer welchem Datensatz folgt.',
  'How far you have read your inbox, and what comes into it.':
    'Wie weit Sie Ihren Eingang gelesen haben und was hineinkommt.',
  Member: 'Mitglied',
  Mentioned: 'Erwähnt',
  'On which record': 'Zu welcher Art Datensatz',
  Thread: 'Gesprächsfaden',
  Told: 'Benachrichtigt',
  'Whom it concerns and why: mention, driven, asked, answer, owned or followed, and the id of a member':
    'Wen es angeht und warum: mention, driven, asked, answer, owned oder followed und die Kennung eines Mitglieds',
  'Wants to hear no more': 'Will nichts mehr davon hören',
  'Read up to': 'Gelesen bis',
  'Where I am mentioned': 'Wo ich erwähnt werde',
  'Answers in threads I am in': 'Antworten, wo ich mitrede',
  'What happens on what I made or own':
    'Was an dem geschieht, was ich angelegt habe oder verantworte',
  'What happens on what I follow': 'Was an dem geschieht, dem ich folge',

  // commands and the view
  Comment: 'Kommentieren',
  'Change a comment': 'Kommentar ändern',
  'Move a comment to the trash': 'Kommentar in den Papierkorb legen',
  'Take a comment out of the trash': 'Kommentar aus dem Papierkorb holen',
  Follow: 'Folgen',
  'Follow no more': 'Nicht mehr folgen',
  'Mark the inbox as read': 'Eingang als gelesen markieren',
  'Choose what comes into the inbox': 'Wählen, was in den Eingang kommt',
  'What concerns me: mentions, answers, and what happens on what I own or follow':
    'Was mich angeht: Erwähnungen, Antworten und was an dem geschieht, was ich verantworte oder dem ich folge',
  'The ref of the record, such as IDEA-7': 'Das Kürzel des Datensatzes, etwa IDEA-7',
  'The ref of the record, such as IDEA-7; that of a comment answers it':
    'Das Kürzel des Datensatzes, etwa IDEA-7; das eines Kommentars antwortet darauf',
  'Up to': 'Bis',
  'The moment of the last thing read; now without it':
    'Der Zeitpunkt des zuletzt Gelesenen; sonst jetzt',
  'Only what is older than this moment': 'Nur was älter ist als dieser Zeitpunkt',
  '50 without it': 'Ohne Angabe 50',

  // under a record
  Comments: 'Kommentare',
  '# comments': { one: '# Kommentar', other: '# Kommentare' },
  'Earlier comments': 'Frühere Kommentare',
  'Nothing has been said about this yet. Ask, or mention who should know.':
    'Dazu hat noch niemand etwas gesagt. Fragen Sie, oder erwähnen Sie, wer es wissen sollte.',
  'Your answer': 'Ihre Antwort',
  'Your comment': 'Ihr Kommentar',
  'Comment|verb': 'Kommentieren',
  'A comment was removed.': 'Ein Kommentar wurde entfernt.',
  'Comment by {name}': 'Kommentar von {name}',
  'not saved yet': 'noch nicht gespeichert',
  Said: 'Gesagt',
  '@ and a name mentions somebody.': '@ und ein Name erwähnt jemanden.',
  '# names to choose': { one: '# Name zur Auswahl', other: '# Namen zur Auswahl' },
  'You hear no more of {ref}': 'Sie hören nichts mehr von {ref}',
  'You follow {ref}': 'Sie folgen {ref}',
  'a program': 'ein Programm',
  'Comment changed': 'Kommentar geändert',
  'Comment taken away': 'Kommentar weggenommen',
  changed: 'geändert',
  'Answer|verb': 'Antworten',
  'Answer {name}': '{name} antworten',
  Reword: 'Umformulieren',
  'Comment on this record': 'Diesen Datensatz kommentieren',
  'Follow this record, or follow it no more': 'Diesem Datensatz folgen oder nicht mehr folgen',

  // the inbox
  Inbox: 'Eingang',
  'all read': 'alles gelesen',
  '# entries are new': { one: '# Eintrag ist neu', other: '# Einträge sind neu' },
  'What concerns me': 'Was mich angeht',
  'Marked as read': 'Als gelesen markiert',
  'Mark all as read': 'Alles als gelesen markieren',
  'What comes in': 'Was hereinkommt',
  'What comes in was changed': 'Was hereinkommt, wurde geändert',
  'the inbox': 'der Eingang',
  'Nothing concerns you just now.': 'Gerade geht Sie nichts an.',
  'Here stands where you are mentioned, who answers you, and what happens on what you made, own or follow.':
    'Hier steht, wo Sie erwähnt werden, wer Ihnen antwortet und was an dem geschieht, was Sie angelegt haben, verantworten oder dem Sie folgen.',
  'mentions you': 'erwähnt Sie',
  'answers in a thread you are in': 'antwortet, wo Sie mitreden',
  'comments on what is yours': 'kommentiert, was Ihres ist',
  'comments on what you follow': 'kommentiert, dem Sie folgen',
  'moved it': 'hat es bewegt',

  // how far a role goes, and who sees a record
  'Rights in products': 'Rechte in Produkten',
  'All products': 'Alle Produkte',
  'Own products, reads the others': 'Eigene Produkte, liest die anderen',
  'Own products only': 'Nur eigene Produkte',
  'Own products': 'Eigene Produkte',
  'In which products the role holds; an admin or owner reaches all':
    'In welchen Produkten die Rolle gilt; Admins und Eigentümer erreichen alle',
  'With the products under them; counts where the rights are not in all':
    'Mit den Produkten darunter; zählt, wo die Rechte nicht in allen gelten',
  'An admin or owner reaches all products.': 'Admins und Eigentümer erreichen alle Produkte.',
  'Choose "All products", or a role below admin.':
    'Wählen Sie „Alle Produkte“ oder eine Rolle unter Admin.',
  'A member with this e-mail is there already, with rights in all products. Ask for an invitation with those.':
    'Ein Mitglied mit dieser E-Mail ist schon da, mit Rechten in allen Produkten. Bitten Sie um eine Einladung mit diesen.',
  'Who sees it?': 'Wer sieht es?',
  'Who sees this record': 'Wer diesen Datensatz sieht',
  'Who sees {ref}?': 'Wer sieht {ref}?',
  'Share|verb': 'Teilen',
  'It is a draft: whoever made it, and nobody else.':
    'Es ist ein Entwurf: wer ihn angelegt hat, und sonst niemand.',
  'None of the people who are here.': 'Niemand von denen, die hier sind.',
  'The teams it is shared with, as far as they may see its product.':
    'Die Teams, mit denen es geteilt ist, soweit sie sein Produkt sehen dürfen.',
  'The teams it is shared with.': 'Die Teams, mit denen es geteilt ist.',
  'The people it is shared with, as far as they may see its product.':
    'Die Personen, mit denen es geteilt ist, soweit sie sein Produkt sehen dürfen.',
  'The people it is shared with.': 'Die Personen, mit denen es geteilt ist.',
  'Everybody in the workspace who may see its product.':
    'Alle im Arbeitsbereich, die sein Produkt sehen dürfen.',
  'Everybody in the workspace.': 'Alle im Arbeitsbereich.',
  'Shared anew: {ref}': 'Neu geteilt: {ref}',
  'Said to those who are new': 'Den Neuen gesagt',
  'What you chose still stands here.': 'Was Sie gewählt haben, steht noch hier.',
  'A word to those who are new': 'Ein Wort an die Neuen',
  'It is said as a comment that mentions them, and comes into their inbox.':
    'Es wird als Kommentar gesagt, der sie erwähnt, und kommt in ihren Eingang.',
  'Copy its address': 'Adresse kopieren',
}
