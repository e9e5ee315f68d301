import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#shared/result.ts';
import { inCentre } from '#platform/db/index.ts';
import { makeScope, type Centre, type CentreScope } from '#platform/http/index.ts';
import { runJobEverywhere } from '#platform/jobs/index.ts';
import type { World } from '#platform/world.ts';
import { newId } from '#shared/uuid.ts';
import { centreA, centreB } from '#tests/support/database.ts';
import { testWorld } from '#tests/support/world.ts';
import {
  claimAttachments,
  greatestFile,
  keepWaiting,
  listAttachments,
  listWaiting,
  readAttachment,
  removeAttachment,
  storeAttachment,
  storeUploads,
} from './index.ts';
import { safeName } from './kinds.ts';
import { sweepFiles } from './sweep.ts';

const pdf = (name = 'zaświadczenie.pdf') => new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'], name);
const inOne = <T>(world: World, work: (scope: CentreScope) => Promise<T>, centre: Centre = centreA) =>
  inCentre(world.database, centre.id, (tx) =>
    work(makeScope({ world, tx, centre, actor: { kind: 'anonymous' }, now: world.clock(), lang: 'pl', door: 'test', requestId: 'test' })),
  );
const filesOnDisk = (world: World) => readdir(join(world.filesDir, centreA.id));

test('a file is kept, read back unchanged, and unseen from another centre', async () => {
  const world = await testWorld();
  const stored = getValue(await inOne(world, (scope) => storeAttachment(scope, { file: pdf(), owner: 'draft:1' })));
  expect(stored).toMatchObject({ name: 'zaświadczenie.pdf', contentType: 'application/pdf', caseId: null });
  const read = await inOne(world, (scope) => readAttachment(scope, stored.id));
  expect(new TextDecoder().decode(read.bytes)).toBe(await pdf().text());
  await expect(inOne(world, (scope) => readAttachment(scope, stored.id), centreB)).rejects.toThrow('attachment');
});

test.each([
  ['a page named as a picture', new File(['<html><script>alert(1)</script></html>'], 'zdjecie.jpg'), 'file-kind'],
  ['a program', new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'umowa.pdf'), 'file-kind'],
  ['a script', new File(['#!/bin/sh\nrm -rf /\n'], 'notatka.txt'), 'file-kind'],
  ['an archive', new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], 'paczka.docx'), 'file-kind'],
  ['nothing', new File([], 'pusty.pdf'), 'file-empty'],
  ['too much', new File(['%PDF-1.7', new Uint8Array(greatestFile)], 'duzy.pdf'), 'file-too-big'],
])('%s is refused', async (_, file, refusal) => {
  const world = await testWorld();
  expect(await inOne(world, (scope) => storeAttachment(scope, { file, owner: 'draft:2' }))).toEqual({ ok: false, refusal });
});

test('a plain text with Polish letters is accepted', async () => {
  const world = await testWorld();
  const stored = getValue(
    await inOne(world, (scope) => storeAttachment(scope, { file: new File(['Zażółć gęślą jaźń\n'], 'list'), owner: 'draft:3' })),
  );
  expect(stored).toMatchObject({ name: 'list.txt', contentType: 'text/plain' });
});

test('waiting files become part of a case, and then their owner cannot take them back', async () => {
  const world = await testWorld();
  const caseId = newId();
  const stored = getValue(await inOne(world, (scope) => storeAttachment(scope, { file: pdf(), owner: 'draft:4' })));
  await expect(inOne(world, (scope) => removeAttachment(scope, { id: stored.id, owner: 'draft:5' }))).rejects.toThrow('attachment');
  expect(await inOne(world, (scope) => claimAttachments(scope, { owner: 'draft:4', caseId }))).toMatchObject([{ id: stored.id, caseId }]);
  expect(await inOne(world, (scope) => listAttachments(scope, caseId))).toMatchObject([{ id: stored.id }]);
  await expect(inOne(world, (scope) => removeAttachment(scope, { id: stored.id, owner: 'draft:4' }))).rejects.toThrow('attachment');
});

test('bytes of an undone transaction are swept when they are old, and nothing else is', async () => {
  const world = await testWorld();
  const kept = getValue(await inOne(world, (scope) => storeAttachment(scope, { file: pdf(), caseId: newId(), owner: 'case' })));
  const before = await filesOnDisk(world);
  await inOne(world, async (scope) => {
    await storeAttachment(scope, { file: pdf(), owner: 'undone' });
    throw new Error('undo');
  }).catch(() => undefined);
  const orphan = (await filesOnDisk(world)).find((name) => !before.includes(name)) ?? '';
  await runJobEverywhere(world, sweepFiles);
  expect(await filesOnDisk(world)).toContain(orphan);
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [orphan, kept.id]) await utimes(join(world.filesDir, centreA.id, name), old, old);
  expect(await runJobEverywhere(world, sweepFiles)).toEqual(new Map());
  expect(await filesOnDisk(world)).not.toContain(orphan);
  expect(await filesOnDisk(world)).toContain(kept.id);
});

/** An archive of one entry that says it is an office document and unpacks to `size` bytes of spaces. */
function bomb(size: number): File {
  const name = Buffer.from('[Content_Types].xml');
  const packed = deflateRawSync(Buffer.alloc(size, 32), { level: 9 });
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return new File([Buffer.concat([header, name, packed])], 'umowa.docx');
}

test('an archive that would unpack to hundreds of megabytes is refused without unpacking it', async () => {
  const world = await testWorld();
  const file = bomb(300 * 1024 * 1024);
  expect(file.size).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  expect(await inOne(world, (scope) => storeAttachment(scope, { file, owner: 'draft:bomb' }))).toEqual({ ok: false, refusal: 'file-kind' });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test('waiting files live as long as what they were attached to, and not a day longer', async () => {
  const world = await testWorld();
  const owner = 'draft:lives';
  const { stored } = await inOne(world, (scope) =>
    storeUploads(scope, [pdf('jeden.pdf'), pdf('jeden raz jeszcze.pdf')], {
      owner,
      present: [],
      limits: { bytes: greatestFile, count: 5 },
      waitsUntil: scope.now.add({ hours: 1 }),
    }),
  );
  // The same bytes are kept once.
  expect(stored).toHaveLength(1);
  const waiting = (on: World) => inOne(on, (scope) => listWaiting(scope, owner));
  const later = (hours: number): World => ({ ...world, clock: () => world.clock().add({ hours }) });
  await inOne(world, (scope) => keepWaiting(scope, owner, scope.now.add({ hours: 48 })));
  await runJobEverywhere(later(24), sweepFiles);
  expect(await waiting(world)).toHaveLength(1);
  await runJobEverywhere(later(49), sweepFiles);
  expect(await waiting(world)).toHaveLength(0);
});

test('a damaged file is not handed out', async () => {
  const world = await testWorld();
  const stored = getValue(await inOne(world, (scope) => storeAttachment(scope, { file: pdf(), owner: 'draft:6' })));
  await writeFile(join(world.filesDir, centreA.id, stored.id), '%PDF-1.7 inny');
  await expect(inOne(world, (scope) => readAttachment(scope, stored.id))).rejects.toThrow(/damaged/);
});

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\ola\\skan.PDF', 'skan.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['...', 'plik.pdf'],
  ['', 'plik.pdf'],
])('the name %j is shown as %s', (name, shown) => {
  expect(safeName(name, 'application/pdf')).toBe(shown);
});
test('no name reaches out of its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeName(name, 'image/png');
      return safe.endsWith('.png') && !/[\\/\u0000-\u001f\u202a-\u202e]/.test(safe) && !safe.startsWith('.') && safe.length < 250;
    }),
  );
});
