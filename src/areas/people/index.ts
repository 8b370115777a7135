import type { Area } from '../../engine/catalogue.ts'
import { key } from './records/key.ts'
import { member } from './records/member.ts'
import { product } from './records/product.ts'
import { team } from './records/team.ts'
import { workspace } from './records/workspace.ts'
import { changed, scope, scopeOf, seen } from './scope.ts'

export { changed, key, member, product, scope, scopeOf, seen, team, workspace }

export const people: Area = {
  name: 'people',
  says: 'Who works here, on what, with which rights',
  records: [workspace, product, member, team, key],
  relations: [],
  commands: [],
}
