import type { Area } from '../../engine/catalogue.ts'
import { crud } from '../../engine/crud.ts'
import { acceptInvitation, whyEnded } from './commands/accept-invitation.ts'
import { createKey } from './commands/create-key.ts'
import { attach, attachmentCommands } from './commands/attach.ts'
import { createWebhook } from './commands/create-webhook.ts'
import { webhookCommands } from './commands/steer-webhook.ts'
import { invite } from './commands/invite.ts'
import { memberCommands } from './commands/keep-owners.ts'
import { noteKeyUse } from './commands/note-key-use.ts'
import { noteLogin } from './commands/note-login.ts'
import { revokeInvitation } from './commands/revoke-invitation.ts'
import { offerPassword } from './commands/offer-password.ts'
import { reinstateMember, suspendMember } from './commands/suspend-member.ts'
import { revokeKey } from './commands/revoke-key.ts'
import { invitation } from './records/invitation.ts'
import { comment as commentOn, commentCommands } from './commands/comment.ts'
import { follow, unfollow } from './commands/follow.ts'
import { tell } from './commands/tell.ts'
import { markRead, chooseInbox } from './commands/read-inbox.ts'
import { attachment } from './records/attachment.ts'
import { comment } from './records/comment.ts'
import { follower } from './records/follower.ts'
import { inbox } from './records/inbox.ts'
import { key } from './records/key.ts'
import { member } from './records/member.ts'
import { product } from './records/product.ts'
import { login } from './records/login.ts'
import { team } from './records/team.ts'
import { webhook } from './records/webhook.ts'
import { workspace } from './records/workspace.ts'
import { fileNameOf } from './rules/file-name.ts'
import { checkNotAbove } from './rules/above.ts'
import { keyAllows } from './rules/key-scopes.ts'
import { spellings } from './rules/spellings.ts'
import { changed, made, scope, scopeOf, seen } from './scope.ts'

export {
  attach,
  attachment,
  changed,
  fileNameOf,
  checkNotAbove,
  key,
  keyAllows,
  made,
  member,
  product,
  scope,
  scopeOf,
  seen,
  spellings,
  team,
  tell,
  whyEnded,
  workspace,
}

export const people: Area = {
  name: 'people',
  says: 'Who works here, on what, with which rights',
  records: [
    workspace,
    product,
    member,
    team,
    key,
    webhook,
    invitation,
    comment,
    attachment,
    follower,
    inbox,
    login,
  ],
  relations: [],
  commands: [
    ...crud(workspace).filter((verb) =>
      ['create-workspace', 'update-workspace'].includes(verb.name),
    ),
    ...memberCommands,
    suspendMember,
    reinstateMember,
    offerPassword,
    createKey,
    revokeKey,
    noteKeyUse,
    noteLogin,
    createWebhook,
    ...webhookCommands,
    invite,
    revokeInvitation,
    acceptInvitation,
    commentOn,
    ...commentCommands,
    attach,
    ...attachmentCommands,
    follow,
    unfollow,
    markRead,
    chooseInbox,
  ],
}
