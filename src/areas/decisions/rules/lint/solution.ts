/**
 * Is a title worded as something to build? It is answered with the word that gives it away. Made for precision:
 * what is doubtful passes. Two signs, in English and in German:
 *
 * 1. it asks to build a part of a product: a verb of building and, a few words on, a part (`Add a button`,
 *    `Einen Filter einbauen`); a few verbs say so alone, since nobody's need is to *implement* something;
 * 2. it is the name of a part and no more than it (`CSV export`, `A dashboard for wards`, `Dunkelmodus`).
 *
 * Whoever speaks for themselves says a need, parts or no parts (`I lose my place when the menu closes`), unless what
 * they want is the part itself (`I need a dashboard`). A part that is looked for, lost or broken is no wish for it:
 * hence the words that must not stand in it.
 */
export function solutionIn(title: string): string | undefined {
  const text = title.trim().replace(/\s+/g, ' ')
  const wanted = firstOf(text, [wantsPart, wuenschtTeil])
  if (wanted !== undefined) return wanted
  if (speaker.test(text) || trouble.test(text)) return undefined
  return firstOf(text, [verbAlone, buildsPart, isPart, verbAlleine, bautTeil, istTeil])
}

function firstOf(text: string, signs: readonly RegExp[]): string | undefined {
  for (const sign of signs) {
    const found = sign.exec(text)
    if (found !== null) return found.groups?.['word'] ?? found[0]
  }
  return undefined
}

/** Parts of a product that nobody needs for their own sake. */
const part =
  '(?:buttons?|dashboards?|drop-?downs?|pop-?ups?|modals?|dialogs?|tool ?tips?|side ?bars?|tool ?bars?|check ?box(?:es)?|toggles?|widgets?|web ?hooks?|APIs?|SDKs?|end ?points?|plug-?ins?|integrations?|chat ?bots?|dark mode|dark theme|mobile app|single sign-on|SSO|SAML|OAuth|command palette|context menu|(?:CSV|PDF|Excel) (?:export|import)|status bar|keyboard shortcuts?|settings? page|landing page)'
const building =
  '(?:add|build|implement|introduce|create|develop|provide|offer|include|embed|support|ship|make)'
const teil =
  '(?:Buttons?|Knopf|Knöpfe|Schaltflächen?|Dashboards?|Drop-?downs?|Pop-?ups?|Dialogfenster|Seitenleiste|Werkzeugleiste|Kontrollkästchen|Widgets?|Webhooks?|APIs?|Schnittstellen?|Plug-?ins?|Chatbots?|Dunkelmodus|Dark Mode|Kontextmenü|(?:CSV|PDF|Excel)-(?:Export|Import)|Tastenkürzel|Suchfeld|Eingabefeld|Single Sign-on|SSO)'
const bauen =
  '(?:einbauen|hinzufügen|ergänzen|implementieren|integrieren|entwickeln|bauen|einführen|bereitstellen|anbieten|programmieren)'

const words = (most: number): string => `(?:[\\p{L}\\d'’/-]+ ){0,${most}}?`
const end = '(?![\\p{L}\\d-])'

const wantsPart = new RegExp(
  `^(?:I|we|users?|customers?) (?:want|need|would like|should have|must have) (?:a |an |the |some )?${words(2)}(?<word>${part})${end}`,
  'iu',
)
const wuenschtTeil = new RegExp(
  `^(?:Ich|Wir|Nutzer|Kunden) (?:brauche[n]?|möchte[n]?|wünsche[n]? (?:mir|uns)|will|wollen) (?:ein(?:en|e)? )?${words(2)}(?<word>${teil})${end}`,
  'iu',
)
const verbAlone =
  /^(?:please )?(?<word>implement|integrate|redesign|refactor|re-?implement|rewrite)(?= (?:a|an|the|our|new|with|into|support|[\p{Lu}]))/iu
const buildsPart = new RegExp(`^(?:please )?${building} ${words(5)}(?<word>${part})${end}`, 'iu')
const isPart = new RegExp(
  `^(?:an? |the |new |better )?${words(1)}(?<word>${part})(?: (?:for|to|with|in|of|on) .*)?[.]?$`,
  'iu',
)
const verbAlleine =
  /^(?:bitte )?(?<word>implementier(?:e|en|ung)|integrier(?:e|en)|programmier(?:e|en))(?= )/iu
const bautTeil = new RegExp(
  `^(?:bitte )?(?:(?:baue?t?|füge|ergänze|entwickle|erstelle) ${words(4)}(?<word>${teil})${end}|${words(4)}${teil}${end}.* ${bauen}[.]?$)`,
  'iu',
)
const istTeil = new RegExp(
  `^(?:ein(?:en|e)? |neue[rs]? )?${words(1)}(?<word>${teil})(?: (?:für|zum|zur|mit|in|im|von) .*)?[.]?$`,
  'iu',
)

/** Somebody speaks for themselves. */
const speaker =
  /(?:^|[^\p{L}])(?:I|me|my|mine|we|us|our|let|when|ich|mir|mich|mein\p{L}*|wir|uns|unser\p{L}*|wenn|lass)(?![\p{L}])/iu

/** Something is lost, broken or looked for. */
const trouble =
  /(?:^|[^\p{L}])(?:lose|lost|find|broken|fails?|missing|slow|confus\p{L}*|forget|know|see|understand|without|not|no|never|too|hard|cannot|can't|verlier\p{L}*|find\p{L}*|kaputt|langsam|fehl\p{L}*|vergess\p{L}*|wissen|sehen|ohne|nicht|kein\p{L}*|nie|zu)(?![\p{L}])/iu
