import { TOTP } from 'otpauth';
import type { Visitor } from './visitor.ts';

export interface FirstPerson {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  /** Of the authenticator, base32. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const WHO = { name: '李娜', login: 'li.na', password: '栀子花开 7 号仓库 晴' } as const;

/** Walks from the printed link through set-up and authenticator to the console, alone with every role. */
export async function setUpFirstPerson(visitor: Visitor, setUpUrl: string): Promise<FirstPerson> {
  const { page } = visitor;
  await visitor.goTo(setUpUrl);
  await visitor.fill('姓名', WHO.name);
  await visitor.fill('登录名或邮箱', WHO.login);
  await visitor.fill('设置密码', WHO.password);
  await page.getByLabel('目前只有我一个人').check();
  await visitor.press('创建并继续');
  return { ...WHO, ...(await addAuthenticator(visitor)) };
}

/** The second proof that whoever may post, approve or administer adds when they first sign in. */
export async function addAuthenticator(
  visitor: Visitor,
): Promise<Pick<FirstPerson, 'secret' | 'recoveryCodes'>> {
  const { page } = visitor;
  await visitor.see('绑定验证器');
  const secret = ((await page.locator('code').first().textContent()) ?? '').trim();
  await visitor.fill(/输入应用显示的六位数字/, codeOf(secret));
  await visitor.press('继续');
  await visitor.see('保存恢复码');
  const recoveryCodes = await page.locator('ol li').allTextContents();
  await visitor.press('我已妥善保存');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return { secret, recoveryCodes };
}

/** Signs in by password and code. A code works once, so it is one of the next half minute. */
export async function signIn(visitor: Visitor, person: FirstPerson): Promise<void> {
  await visitor.goTo('/sign-in');
  await visitor.fill('登录名或邮箱', person.login);
  await visitor.fill('密码', person.password);
  await visitor.press('登录');
  await visitor.see('再证明一次是您');
  await visitor.fill('六位验证码', codeOf(person.secret, 1));
  await visitor.press('继续');
  await visitor.page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** Sets a password by the link that was handed over, and signs in with it. */
export async function joinByLink(
  visitor: Visitor,
  { link, login, password }: { readonly link: string; readonly login: string; readonly password: string },
): Promise<void> {
  await visitor.goTo(link);
  await visitor.fill('设置密码', password);
  await visitor.page.locator('button[type=submit]').click();
  await visitor.see('密码已设置，请登录');
  await visitor.goTo('/sign-in');
  await visitor.fill('登录名或邮箱', login);
  await visitor.fill('密码', password);
  await visitor.press('登录');
  await visitor.page.waitForURL(({ pathname }) => pathname !== '/sign-in');
}

const STEP_MS = 30_000;

/** What the authenticator app shows now, or will some half minutes from now: each code works once. */
export function codeOf(secret: string, stepsAhead = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsAhead * STEP_MS });
}
