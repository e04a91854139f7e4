import { rmSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openDrafts } from '#main/store/till/drafts.ts';
import { newId } from '#tests/world/order-input.ts';
import { type PeopleOfTest, thePeople } from '#tests/world/people.ts';
import { temporaryFolder } from '#tests/world/store.ts';

let folder = '';
let people: PeopleOfTest;
beforeEach(async () => {
  folder = temporaryFolder();
  people = await thePeople(folder);
});
afterEach(() => {
  people.close();
  rmSync(folder, { recursive: true, force: true });
});

const drafts = () => openDrafts(people.sql, people.now);
const SOFIA = { by: 'lyon-3-2', device: 'till-1' };
function park(name?: string, draftId = newId(), doer = SOFIA): string {
  const outcome = drafts().park({ draftId, name, totalCents: 1_190, draft: '{"lines":[]}' }, doer);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return draftId;
}

describe('a parked draft', () => {
  test('stands in the list of every till, also after a restart', async () => {
    const draftId = park('M. Diallo');
    people.close();
    people = await thePeople(folder);
    expect(drafts().list()).toEqual([
      {
        draftId,
        name: 'M. Diallo',
        totalCents: 1_190,
        parkedAt: '2026-11-20T18:00:00.000Z',
        by: 'lyon-3-2',
        device: 'till-1',
      },
    ]);
  });

  test('is handed to one till, and refused to the slower one', () => {
    const draftId = park();
    expect(drafts().take(draftId, 'till-2')).toEqual({
      ok: true,
      value: { draft: '{"lines":[]}' },
    });
    expect(drafts().take(draftId, 'till-1')).toMatchObject({
      refusal: { code: 'draft.taken', detail: { device: 'till-2' } },
    });
    expect(drafts().list()).toEqual([]);
  });

  test('is given again to the till that did not hear the answer', () => {
    const draftId = park();
    drafts().take(draftId, 'till-2');
    expect(drafts().take(draftId, 'till-2')).toMatchObject({ ok: true });
  });

  test('parked twice by one till is one; a late repeat does not bring it back', () => {
    const draftId = park();
    park(undefined, draftId);
    expect(drafts().list()).toHaveLength(1);
    drafts().take(draftId, 'till-2');
    park(undefined, draftId);
    expect(drafts().list()).toEqual([]);
  });

  test('can be parked again by whoever took it', () => {
    const draftId = park();
    drafts().take(draftId, 'till-2');
    park('Encore', draftId, { by: 'lyon-3-3', device: 'till-2' });
    expect(drafts().list()).toMatchObject([{ draftId, name: 'Encore', device: 'till-2' }]);
  });

  test('is forgotten after two days', () => {
    park();
    people.pass(48 * 3_600_000 + 1);
    const draftId = park();
    expect(drafts().list()).toMatchObject([{ draftId }]);
  });

  test('has at most sixty beside it', () => {
    for (let count = 0; count < 60; count += 1) park();
    const draft = { draftId: newId(), totalCents: 0, draft: '{}' };
    expect(drafts().park(draft, SOFIA)).toMatchObject({ refusal: { code: 'draft.too-many' } });
  });
});
