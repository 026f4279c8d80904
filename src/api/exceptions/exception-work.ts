import Type from 'typebox';
import { rolesAllowing } from '#access/roles-allowing.ts';
import { created, ok, type Refused, trouble } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { audit } from '#storage/audit-log.ts';
import type { Tx } from '#storage/database.ts';
import { findException } from '#storage/exceptions.ts';
import { findPersonByLogin, listHolders } from '#storage/people.ts';
import { addComment, assignExceptions, type CommentRow, listComments } from '#storage/work-list.ts';
import { ExceptionBody, exceptionBodies, findOpenException, missingException } from './exception-body.ts';

const CommentBody = Type.Object(
  { id: Id, writtenAt: Type.String(), writtenBy: Type.String(), text: Type.String() },
  { $id: 'ExceptionComment' },
);

const tag = 'Exceptions';
const params = exactly({ exception: Id });

/** Login of a person; null: nobody. */
export const Assignee = orNull(Type.String({ minLength: 1, maxLength: 200 }));

export const putAssignee = defineRoute({
  method: 'PUT',
  path: '/exceptions/{exception}/assignee',
  summary: 'Give an exception to a person to look after, or to nobody',
  tag,
  permission: 'exceptions:handle',
  scope: 'named',
  params,
  body: exactly({ login: Assignee }),
  replies: { 200: ExceptionBody, 404: Problem, 409: Problem, 422: Problem },
  async change({ params: wanted, body: { login }, raw, sight }, { tx, now }) {
    const found = await findOpenException(tx, wanted);
    if ('trouble' in found) return found;
    const stranger = await checkAssignee(tx, login);
    if (stranger) return stranger;
    const by = raw.principal;
    await assignExceptions(tx, [found.row.exception_id], { to: login, by });
    const subject = `exception:${found.row.exception_id}`;
    await audit(tx, { actor: by, action: 'exception.assign', subject, details: { to: login } });
    const row = await findException(tx, found.row.exception_id);
    return row ? ok((await exceptionBodies(tx, { raw, sight, now }))(row)) : missingException(wanted);
  },
});

export const getAssignees = defineRoute({
  method: 'GET',
  path: '/exceptions/assignees',
  summary: 'List the people one may give an exception to: those whose role lets them handle it',
  tag,
  permission: 'exceptions:handle',
  scope: 'list',
  replies: { 200: pageOf(Type.Object({ login: Type.String(), name: Type.String() })) },
  async handle(_, { database }) {
    return ok(wholeList(await listHolders(database, await rolesAllowing(database, 'exceptions:handle'))));
  },
});

/** Says where the login is nobody's who could do the work. */
export async function checkAssignee(tx: Tx, login: string | null): Promise<Refused | null> {
  if (login === null) return null;
  const person = await findPersonByLogin(tx, login);
  if (person?.state === 'active') return null;
  return trouble({ code: 'assignee_unknown', at: 'body.login', params: { login } });
}

export const getComments = defineRoute({
  method: 'GET',
  path: '/exceptions/{exception}/comments',
  summary: 'List what was said about an exception, oldest first',
  tag,
  permission: 'exceptions:read',
  scope: 'named',
  params,
  replies: { 200: pageOf(CommentBody), 404: Problem },
  async handle({ params: wanted }, { database }) {
    const exceptionId = BigInt(wanted.exception);
    if (!(await findException(database, exceptionId))) return missingException(wanted);
    return ok(wholeList((await listComments(database, exceptionId)).map(commentBody)));
  },
});

export const postComment = defineRoute({
  method: 'POST',
  path: '/exceptions/{exception}/comments',
  summary: 'Say something about an exception; it stays for ever',
  tag,
  permission: 'exceptions:handle',
  scope: 'named',
  params,
  body: exactly({ text: Type.String({ minLength: 1, maxLength: 4000 }) }),
  replies: { 201: CommentBody, 404: Problem },
  async change({ params: wanted, body, raw }, { tx }) {
    const exceptionId = BigInt(wanted.exception);
    if (!(await findException(tx, exceptionId))) return missingException(wanted);
    const by = raw.principal;
    const row = await addComment(tx, { exceptionId, by, text: body.text });
    const subject = `exception:${exceptionId}`;
    await audit(tx, {
      actor: by,
      action: 'exception.comment',
      subject,
      details: { comment: String(row.comment_id) },
    });
    return created(commentBody(row));
  },
});

function commentBody(row: CommentRow) {
  return {
    id: String(row.comment_id),
    writtenAt: row.written_at.toISOString(),
    writtenBy: row.written_by,
    text: row.text,
  };
}
