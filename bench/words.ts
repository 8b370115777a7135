/** The words of the made-up feedback, most frequent first, by language. The tail is made from stems and endings. */
const english =
  `the to and it is i a app not of my in for this that you when on with be can have but please would
after time update are all so after no work just me if add every more we very good like use phone need from get now
fix page email team customer report search export list filter button screen file login password account invoice slow
crash error load save open close send message photo video link share calendar date week month table column row chart
dashboard project task board comment notification setting version support price plan trial payment card bank country
language dark mode font colour size zoom print copy paste undo delete archive restore import spreadsheet template form
field label tag folder upload download sync offline network server browser mobile tablet desktop keyboard shortcut menu
mouse drag drop scroll sort group member role permission owner guest invite public private workspace company contact
meeting reminder timer budget forecast roadmap release feature request problem bug question answer great love hate
awful useless simple confusing hidden missing broken wrong twice never always sometimes again still already finally
because without before until between across inside outside through against instead almost enough another several`.split(
    /\s+/,
  )

const german =
  `die der und nicht ich ist das ein wenn mit auf für bitte nach sehr gut App Fehler Rechnung Bericht suchen
Tabelle speichern öffnen schließen Übersicht Kalender Benachrichtigung Einstellung langsam Absturz Anmeldung Passwort
Kunde Datei hochladen herunterladen Filter Spalte Größe Schrift dunkel wieder immer noch einmal fehlt kaputt`.split(
    /\s+/,
  )

const french =
  `le la les de et est pas je une un que pour avec après très bien application erreur facture rapport
recherche tableau enregistrer ouvrir fermer calendrier réglage lent connexion mot passe client fichier télécharger
filtre colonne taille sombre encore toujours manque cassé équipe été créé déjà`.split(/\s+/)

const spanish =
  `el la los de y no es que una para con después muy bien aplicación error factura informe búsqueda tabla
guardar abrir cerrar calendario ajuste lento contraseña cliente archivo descargar filtro columna tamaño oscuro otra
siempre falta roto equipo año mañana`.split(/\s+/)

const japanese = [
  '請求書を',
  '検索',
  '通知が',
  '保存',
  'できません',
  'とても',
  '便利です',
  'アプリが',
  '落ちる',
  '画面',
  '更新後',
  'カレンダー',
  '共有',
  'お願いします',
  '遅い',
]
const chinese = [
  '搜索',
  '很慢',
  '导出',
  '报表',
  '失败',
  '更新后',
  '无法',
  '登录',
  '希望',
  '增加',
  '深色模式',
  '非常',
  '好用',
  '日历',
  '同步',
]
const korean = [
  '검색이',
  '너무',
  '느려요',
  '업데이트',
  '후에',
  '알림이',
  '안',
  '와요',
  '정말',
  '좋아요',
  '저장',
  '오류',
]

const stems =
  `ship track bill plan map sync chart board note view link form mail scan sort mark pack rate read route scale
score share sign slot stack stage start state stock store stream style switch test text theme time token tool trace
train trend type unit user vault voice vote walk watch web wire work wrap yard zone frame graph grid group guide hook
host index input issue item job key label layer layout ledger level limit line list load lock log loop`.split(
    /\s+/,
  )

const endings =
  `er ing ed s able ment ness less ful ly ship ity ive ion al ance er's ize ized izing board box desk flow
hub kit lane line mate nest pad path port point room set side sheet space stack table tab time view ware way wise yard
craft cast book base bar`.split(/\s+/)

const tail: readonly string[] = stems
  .flatMap((stem) => endings.map((ending) => stem + ending))
  .flatMap((word) => [word, `re${word}`, `pre${word}`, `un${word}`])

export interface Tongue {
  readonly language: string
  /** How much of all feedback is in it. */
  readonly share: number
  readonly words: readonly string[]
  /** What stands between two words. */
  readonly between: string
}

export const tongues: readonly Tongue[] = [
  { language: 'en', share: 0.74, words: [...english, ...tail], between: ' ' },
  { language: 'de', share: 0.07, words: german, between: ' ' },
  { language: 'fr', share: 0.05, words: french, between: ' ' },
  { language: 'es', share: 0.05, words: spanish, between: ' ' },
  { language: 'ja', share: 0.04, words: japanese, between: '' },
  { language: 'zh', share: 0.03, words: chinese, between: '' },
  { language: 'ko', share: 0.02, words: korean, between: ' ' },
]
