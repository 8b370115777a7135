import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { decideLater } from './scripts/decide-later.ts'

const pages = {
  app: { html: 'src/web/index.html', out: 'dist/web' },
  // every component on one page, for eyes and for axe; never shipped
  specimen: { html: 'src/web/kit/specimen/specimen.html', out: 'dist/specimen' },
}

// each is loaded by itself, where there is no page yet or none at all
const standsAlone = /\/web\/shell\/(worker|door)\.ts$|@simplewebauthn/

export default defineConfig(({ mode }) => {
  const page = mode === 'specimen' ? pages.specimen : pages.app
  return {
    root: 'src/web',
    plugins: [
      decideLater(),
      react(),
      { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }), enforce: 'pre' },
      ...(mode === 'specimen' ? [] : [listOfFiles()]),
    ],
    // the solver asks for its WebAssembly as a module does, and for Node's modules only where there is Node
    worker: {
      format: 'es',
      rolldownOptions: { external: ['node:module'], checks: { bundlerTimings: false } },
    },
    build: {
      // the first page is one file on purpose, and a test holds its weight
      chunkSizeWarningLimit: 600,
      outDir: `${import.meta.dirname}/${page.out}`,
      emptyOutDir: true,
      manifest: true,
      // no data: addresses, so that the content policy can name 'self' alone
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // light-dark(), oklch() and subgrid as written
      target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: {
          index: `${import.meta.dirname}/${page.html}`,
          ...(mode === 'specimen'
            ? {}
            : {
                worker: `${import.meta.dirname}/src/web/shell/worker.ts`,
                door: `${import.meta.dirname}/src/web/shell/door.ts`,
              }),
        },
        output: {
          // one file of what the first page needs: packed together it is a tenth smaller than in eighty
          codeSplitting: {
            groups: [{ name: 'first', tags: ['$initial'], test: (id) => !standsAlone.test(id) }],
          },
          // the worker of the pages keeps one address, by which a browser finds a newer one
          entryFileNames: ({ name }) =>
            name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  }
})

/** What the worker keeps so that the pages open without a network: all but the solver, which few ask for and which is large. */
function listOfFiles(): Plugin {
  return {
    name: 'list-of-files',
    generateBundle: {
      // once the page is made, which leaves out the files that only loaded another
      order: 'post',
      handler(_, bundle) {
        const files = Object.keys(bundle).filter(
          (name) => name !== 'worker.js' && !name.startsWith('.') && !name.endsWith('.wasm'),
        )
        const source = JSON.stringify(
          [...new Set([...files, 'index.html'])].map((name) => `/${name}`),
        )
        this.emitFile({ type: 'asset', fileName: 'files.json', source })
      },
    },
  }
}
