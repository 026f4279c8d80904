import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';

/** Letters and digits of any script and a few signs: nothing that could break a line of a log. */
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]{0,99}$/u;

/** A login as it is kept: one spelling of each letter, lower case. */
export function loginOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

export function checkLogin(text: string): Outcome<string> {
  const login = loginOf(text);
  if (LOGIN.test(login)) return accept(login);
  return refuse({ code: 'login_invalid', at: 'body.login' });
}
