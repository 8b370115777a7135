import type { Fault } from './fault.ts'
import type { Tree } from './tree.ts'

/** Folders that are named for nothing in particular, where anything ends up. */
const homeless = ['utils', 'helpers', 'common', 'shared', 'lib', 'types', 'services', 'core']

/** A part of a path may begin with a dot, and its ending may have several parts: `table.module.css`. */
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

const givenByOthers = /(^|\/)(README\.md|LICENSE[^/]*|OFL\.txt)$/

export function wrongNames(tree: Tree): readonly Fault[] {
  return [...tree.keys()].flatMap((path) => {
    const says = whyNot(path)
    return says === undefined ? [] : [{ rule: 'name' as const, path, says }]
  })
}

function whyNot(path: string): string | undefined {
  const parts = path.split('/')
  const nowhere = parts.slice(0, -1).find((part) => homeless.includes(part))
  if (nowhere !== undefined)
    return `stands in a folder called ${nowhere}, which says nothing; name it for its idea`
  if (/^index\.(ts|tsx)$/.test(parts.at(-1) ?? '') && !/^src\/areas\/[^/]+\/index\.ts$/.test(path))
    return 'is an index, and only an area has a face; name the file for its idea and import it directly'
  if (!parts.every((part) => kebab.test(part)) && !givenByOthers.test(path))
    return 'is not in kebab-case'
  return undefined
}
