/** What a person sees who cannot come in by this link, and how to get one that works. */
export function signInPage(why: 'ask' | 'spent' | 'elsewhere'): string {
  const { title, says } = words[why]
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Throughline</title>
    <link rel="stylesheet" href="/api/reference.css" />
  </head>
  <body>
    <main class="door">
      <p class="brand">Throughline</p>
      <h1>${title}</h1>
      <p class="lead">${says}</p>
      <p>On the machine where this instance runs:</p>
      <pre tabindex="0">npx throughline sign-in</pre>
      <p>It prints a new link, which works once and for an hour. If the instance has a data directory of its own, add <code>--data</code> and its name.</p>
    </main>
  </body>
</html>
`
}

const words = {
  ask: { title: 'Sign in', says: 'The owner signs in by a link that works once.' },
  spent: {
    title: 'This link no longer works',
    says: 'It was used already, or its hour is over. Nothing is lost; get a new one.',
  },
  elsewhere: {
    title: 'This link works on its own machine only',
    says: 'It was opened from another machine, or through a proxy. It has not been used up.',
  },
} as const
