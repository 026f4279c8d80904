// timeout: 180 s
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { expectAccessible } from '../../tools/browser/accessible.ts';
import { startChromium } from '../../tools/browser/chromium.ts';
import { setUpFirstPerson, signIn } from '../../tools/browser/first-person.ts';
import { startHub } from '../../tools/browser/start-hub.ts';
import { Visitor } from '../../tools/browser/visitor.ts';

const ending = { after: (work: () => Promise<void>) => after(work) };
const browser = await startChromium();
after(() => browser.close());

test('browser: first start, set-up, authenticator, overview, sign out, sign in again', async (t) => {
  const hub = await startHub(ending);
  const visitor = await Visitor.arrive(browser, hub);
  const { page } = visitor;
  await visitor.goTo('/');
  await visitor.isAt('/sign-in');
  await visitor.see('还没有第一位用户');
  await expectAccessible(page);

  const person = await setUpFirstPerson(visitor, hub.setUpUrl);
  assert.equal(person.recoveryCodes.length, 10);
  await visitor.isAt('/overview');
  await expectAccessible(page);

  await visitor.press(/李娜/);
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await visitor.isAt('/sign-in');
  assert.equal((await page.request.get('/api/v1/session')).status(), 401);

  const startedAt = performance.now();
  await signIn(visitor, person);
  await visitor.isAt('/overview');
  const tookMs = Math.round(performance.now() - startedAt);
  t.diagnostic(`summary: sign-in to overview took ${tookMs} ms`);

  await visitor.goTo('/deliveries?state=refused');
  await visitor.see('没有符合条件的内容');
  await expectAccessible(page);
  await visitor.leave();
});
