import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorText } from './actor-text.ts';

// how the hub names who acted, and the name where it is known → as people read it
for (const [actor, name, shown] of [
  ['person:li.na', '李娜', '李娜'],
  ['person:li.na', null, 'li.na'],
  ['client:warehouse', '仓库系统', '接口客户端 仓库系统'],
  ['client:warehouse', null, '接口客户端 warehouse'],
  ['schedule:host:1234', null, '日程'],
  ['demo', null, '演示'],
  ['tongzhang', null, '系统'],
  ['somebody', null, 'somebody'],
] as const) {
  test(`actor: ${actor} ${name ?? ''} is ${shown}`, () => assert.equal(actorText(actor, name, 'zh'), shown));
}
